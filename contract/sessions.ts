import * as z from 'zod/mini';
import { jsonSchema } from '../core/json.ts';
import { endReasonSchema, modeSchema, outcomeSchema, sessionEventSchema } from '../core/session/session-event.ts';
import { cursorShape, idParams, instantSchema, pageOf, searchParam, wholeNumberParam } from './common.ts';
import { endpoint } from './endpoint.ts';
import { decisionSchema } from './rollout-decisions.ts';

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
  /** What it runs, under its name of today. */
  subject: z.object({ kind: z.enum(['flow', 'twin']), id: z.string(), name: z.string() }),
  version: z.object({ id: z.string(), number: z.int() }),
  kind: z.enum(['live', 'test']),
  status: z.enum(['active', 'ended']),
  endReason: z.nullable(endReasonSchema),
  mode: modeSchema,
  language: z.string(),
  personId: z.nullable(z.string()),
  personName: z.nullable(z.string()),
  unitKey: z.string(),
  startedAt: z.string(),
  lastEventAt: z.string(),
  endedAt: z.nullable(z.string()),
  messageCount: z.int(),
  /** How the visitor's first message begins; null while there is none. */
  preview: z.nullable(z.string()),
  /** Whether the calling member has not read it, of the sessions since they joined. Nothing is unread for an API key. */
  unread: z.boolean(),
  evaluation: z.nullable(evaluationSchema),
});
export type SessionSummary = z.infer<typeof sessionSummarySchema>;

export const sessionSchema = z.object({
  ...sessionSummarySchema.shape,
  variables: z.record(z.string(), jsonSchema),
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
  endReason: z.optional(endReasonSchema),
  mode: z.optional(modeSchema),
  language: z.optional(z.string().check(z.maxLength(40))),
  kind: z.optional(z.enum(['live', 'test'])),
  version: z.optional(wholeNumberParam),
  unitKey: z.optional(z.string()),
  person: z.optional(z.string()),
  /** Started at or after, and before. */
  from: z.optional(instantSchema),
  to: z.optional(instantSchema),
  /**
   * Searches the person's name and email, the unit key, and the text of all messages. The messages of a running session
   * are found once it has ended; name and email are those known at that time.
   */
  q: z.optional(searchParam),
  /** Only what the calling member has not read, or has. Refused to API keys. */
  unread: z.optional(
    z.pipe(
      z.enum(['true', 'false']),
      z.transform((text: 'true' | 'false') => text === 'true'),
    ),
  ),
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
  exportSessions: endpoint({
    id: 'exportSessions',
    method: 'GET',
    path: `${base}.csv`,
    summary: 'The filtered sessions as a CSV file (RFC 4180, UTF-8), newest first',
    tag,
    auth: read,
    query: z.strictObject(sessionFilterShape),
    status: 200,
    replyType: 'text/csv',
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
  watchSession: endpoint({
    id: 'watchSession',
    method: 'GET',
    path: `${base}/:id/events`,
    summary: 'Server-sent events of a session, all of them, from `after` or Last-Event-ID until it was evaluated',
    tag,
    auth: read,
    params: idParams,
    query: z.strictObject({ after: z.optional(wholeNumberParam) }),
    status: 200,
    replyType: 'text/event-stream',
  }),
  markSessionRead: endpoint({
    id: 'markSessionRead',
    method: 'POST',
    path: `${base}/:id/read`,
    summary: 'Mark a session as read by the calling member',
    tag,
    auth: read,
    params: idParams,
    status: 204,
  }),
  markSessionUnread: endpoint({
    id: 'markSessionUnread',
    method: 'DELETE',
    path: `${base}/:id/read`,
    summary: 'Mark a session as unread by the calling member again',
    tag,
    auth: read,
    params: idParams,
    status: 204,
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
