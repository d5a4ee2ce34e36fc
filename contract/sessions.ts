import * as z from 'zod/mini';
import { endReasonSchema, modeSchema, outcomeSchema, sessionEventSchema } from '../core/session/session-event.ts';
import { cursorShape, idParams, instantSchema, pageOf, wholeNumberParam } from './common.ts';
import { decisionSchema } from './deployments.ts';
import { endpoint } from './endpoint.ts';

export const evaluationSchema = z.object({
  outcome: outcomeSchema,
  reason: z.string(),
  by: z.enum(['criteria', 'flow', 'model', 'member', 'none']),
  at: z.string(),
});
export type Evaluation = z.infer<typeof evaluationSchema>;

export const sessionSummarySchema = z.object({
  id: z.string(),
  deployment: z.object({ id: z.string(), name: z.string(), revision: z.int() }),
  version: z.object({ id: z.string(), number: z.int() }),
  kind: z.enum(['live', 'test']),
  status: z.enum(['active', 'ended']),
  endReason: z.nullable(endReasonSchema),
  mode: modeSchema,
  language: z.string(),
  personId: z.nullable(z.string()),
  unitKey: z.string(),
  startedAt: z.string(),
  lastEventAt: z.string(),
  endedAt: z.nullable(z.string()),
  messageCount: z.int(),
  evaluation: z.nullable(evaluationSchema),
});
export type SessionSummary = z.infer<typeof sessionSummarySchema>;

export const sessionSchema = z.object({
  ...sessionSummarySchema.shape,
  variables: z.record(z.string(), z.json()),
  decision: z.nullable(decisionSchema),
  events: z.array(sessionEventSchema),
});
export type SessionReply = z.infer<typeof sessionSchema>;
z.globalRegistry.add(sessionSchema, { id: 'Session' });

const read = { kind: 'owner', scope: 'sessions:read' } as const;
const write = { kind: 'owner', scope: 'sessions:write' } as const;
const tag = 'Sessions';
const base = '/api/v1/sessions';

export const sessionFilterShape = {
  deployment: z.optional(z.string()),
  status: z.optional(z.enum(['active', 'ended'])),
  outcome: z.optional(outcomeSchema),
  mode: z.optional(modeSchema),
  kind: z.optional(z.enum(['live', 'test'])),
  version: z.optional(wholeNumberParam),
  unitKey: z.optional(z.string()),
  person: z.optional(z.string()),
  /** Started at or after, and before. */
  from: z.optional(instantSchema),
  to: z.optional(instantSchema),
};

export const sessionEndpoints = {
  listSessions: endpoint({
    id: 'listSessions',
    method: 'GET',
    path: base,
    summary: 'List sessions, newest first',
    tag,
    auth: read,
    query: z.strictObject({ ...cursorShape, ...sessionFilterShape }),
    status: 200,
    reply: pageOf(sessionSummarySchema),
  }),
  getSession: endpoint({
    id: 'getSession',
    method: 'GET',
    path: `${base}/:id`,
    summary: 'Read a session with its events, version, decision and evaluation',
    tag,
    auth: read,
    params: idParams,
    status: 200,
    reply: sessionSchema,
  }),
  closeSession: endpoint({
    id: 'closeSession',
    method: 'POST',
    path: `${base}/:id/end`,
    summary: 'End a session as its owner',
    tag,
    auth: write,
    params: idParams,
    status: 200,
    reply: z.object({ status: z.literal('ended'), endReason: endReasonSchema }),
  }),
  judgeSession: endpoint({
    id: 'judgeSession',
    method: 'POST',
    path: `${base}/:id/verdict`,
    summary: 'Judge an ended session yourself',
    tag,
    auth: write,
    params: idParams,
    body: z.strictObject({
      outcome: z.enum(['achieved', 'notAchieved', 'unclear']),
      reason: z.optional(z.string().check(z.maxLength(2000))),
    }),
    status: 200,
    reply: evaluationSchema,
  }),
};
