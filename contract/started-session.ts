import * as z from 'zod/mini';
import { jsonSchema } from '../core/json.ts';
import { modeSchema } from '../core/session/session-event.ts';

/** What a session start returns, to owners and visitors alike. The token is shown this once. */
export const startedSessionSchema = z.object({
  session: z.object({
    id: z.string(),
    status: z.enum(['active', 'ended']),
    mode: modeSchema,
    language: z.string(),
    version: z.object({ number: z.int() }),
  }),
  token: z.string(),
  unitKey: z.string(),
  events: z.array(jsonSchema),
});
export type StartedSession = z.infer<typeof startedSessionSchema>;
z.globalRegistry.add(startedSessionSchema, { id: 'StartedSession' });
