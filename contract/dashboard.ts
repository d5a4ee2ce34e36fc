import * as z from 'zod/mini';
import { endReasonSchema, modeSchema } from '../core/session/session-event.ts';
import { idParam, instantSchema, wholeNumberParam } from './common.ts';
import { endpoint } from './endpoint.ts';

const daySchema = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\d$/, 'must be a day such as 2027-01-31'),
  z.refine(
    (day) => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day),
    'must be a real day',
  ),
);
const momentSchema = z.union([daySchema, instantSchema]);

/** `from` and `to` as an instant or a day; `to` excludes an instant and includes a day. */
const rangeShape = { from: z.optional(momentSchema), to: z.optional(momentSchema) };

/**
 * Live sessions that began in some span. `judged` = achieved + notAchieved + unclear, and `successRate` = achieved /
 * judged, from 0 to 1, null while nothing is judged. Unjudged and too short ones are counted beside it; a session that
 * runs, or ended a moment ago, is in none of the outcomes yet.
 */
export const sessionCountsSchema = z.object({
  sessions: z.int(),
  ended: z.int(),
  achieved: z.int(),
  notAchieved: z.int(),
  unclear: z.int(),
  unjudged: z.int(),
  tooShort: z.int(),
  judged: z.int(),
  successRate: z.nullable(z.number()),
});
export type SessionCounts = z.infer<typeof sessionCountsSchema>;
z.globalRegistry.add(sessionCountsSchema, { id: 'SessionCounts' });

export const dashboardSchema = z.object({
  /** The span that was counted: whole hours. */
  from: z.string(),
  to: z.string(),
  timeZone: z.string(),
  total: sessionCountsSchema,
  endReasons: z.record(endReasonSchema, z.int()),
  /** Every day of the span in the workspace's time zone, oldest first. An hour belongs to the day in which it begins. */
  days: z.array(z.object({ day: z.string(), ...sessionCountsSchema.shape })),
  /** Newest version first. */
  versions: z.array(
    z.object({
      subject: z.object({ kind: z.enum(['flow', 'twin']), id: z.string(), name: z.string() }),
      number: z.int(),
      ...sessionCountsSchema.shape,
    }),
  ),
  /** Most used first. */
  modes: z.array(z.object({ mode: modeSchema, ...sessionCountsSchema.shape })),
});
export type Dashboard = z.infer<typeof dashboardSchema>;
z.globalRegistry.add(dashboardSchema, { id: 'Dashboard' });

/** How far sessions came: each counts once for a node it entered, however often it came by. */
export const funnelSchema = z.object({
  /** Ended live sessions of the version; a running one is not counted yet. */
  sessions: z.int(),
  nodes: z.array(
    z.object({
      nodeId: z.string(),
      /** The subflow the node belongs to; null for the flow itself. */
      flowId: z.nullable(z.string()),
      entered: z.int(),
      /** Went on from here: `entered` less `endedHere`. */
      left: z.int(),
      endedHere: z.int(),
    }),
  ),
});
export type Funnel = z.infer<typeof funnelSchema>;
z.globalRegistry.add(funnelSchema, { id: 'Funnel' });

const auth = { kind: 'owner', scope: 'sessions:read' } as const;
const tag = 'Dashboard';

export const dashboardEndpoints = {
  getDashboard: endpoint({
    id: 'getDashboard',
    method: 'GET',
    path: '/api/v1/dashboard',
    summary: 'Count live sessions and how they went, by day, version and mode; the last 30 days unless said otherwise',
    tag,
    auth,
    query: z.strictObject({ deployment: z.optional(idParam), ...rangeShape }),
    status: 200,
    reply: dashboardSchema,
  }),
  getFunnel: endpoint({
    id: 'getFunnel',
    method: 'GET',
    path: '/api/v1/flows/:id/versions/:number/funnel',
    summary: 'How many ended live sessions entered, left and ended at each node of a version; days are those of UTC',
    tag,
    auth,
    params: z.strictObject({ id: idParam, number: wholeNumberParam }),
    query: z.strictObject({ deployment: z.optional(idParam), ...rangeShape }),
    status: 200,
    reply: funnelSchema,
  }),
};
