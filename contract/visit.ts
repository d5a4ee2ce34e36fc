import * as z from 'zod/mini';
import { languageSchema } from '../core/flow/graph.ts';
import { jsonSchema } from '../core/json.ts';
import { attributeMapSchema } from '../core/rollout/attributes.ts';
import { decisionReasons } from '../core/rollout/rollout-decision.ts';
import { endReasonSchema, modeSchema } from '../core/session/session-event.ts';
import { idParam, idParams, wholeNumberParam } from './common.ts';
import { endpoint } from './endpoint.ts';
import { unitKeySchema } from './rollout-decisions.ts';
import { startedSessionSchema } from './started-session.ts';

/** Longest message of a visitor, in characters. */
export const messageLimit = 16_000;

const identityShape = {
  unitKey: z.optional(unitKeySchema),
  /** A JWT signed with the workspace's identity secret: HS256, `sub` and `exp` required. Members of an object `company` are `company.*`, other claims `contact.*`. */
  identityToken: z.optional(z.string().check(z.maxLength(8000))),
  /** What the page says of itself: `url`, `title`, `referrer`, and anything else worth targeting. Path and UTM fields are taken from the URL. */
  page: z.optional(attributeMapSchema),
};
const keyParams = z.strictObject({ key: idParam });
const tag = 'Visit';
const open = { kind: 'public' } as const;
const session = { kind: 'session' } as const;

const modeChoiceSchema = z.object({ mode: modeSchema, available: z.boolean(), why: z.nullable(z.string()) });

/** What the hosted page and the embed need to present a deployment before anything starts. */
export const presentationSchema = z.object({
  title: z.string(),
  greeting: z.nullable(z.string()),
  avatarUrl: z.nullable(z.string()),
  accentColor: z.nullable(z.string()),
  backgroundColor: z.nullable(z.string()),
  launcherPosition: z.enum(['bottom-right', 'bottom-left']),
  theme: z.enum(['light', 'dark', 'system']),
  languages: z.array(z.string()),
  modes: z.array(modeChoiceSchema),
  subject: z.enum(['flow', 'twin']),
});
export type Presentation = z.infer<typeof presentationSchema>;

export const visitSessionSchema = z.object({
  session: z.object({
    id: z.string(),
    status: z.enum(['active', 'ended']),
    endReason: z.nullable(endReasonSchema),
    mode: modeSchema,
    language: z.string(),
    version: z.object({ number: z.int() }),
  }),
  events: z.array(jsonSchema),
});
export type VisitSession = z.infer<typeof visitSessionSchema>;

export const visitEndpoints = {
  decideVisit: endpoint({
    id: 'decideVisit',
    method: 'POST',
    path: '/visit/v1/deployments/:key/decision',
    summary: 'Whether this visitor is served; draws once per visit',
    tag,
    auth: open,
    params: keyParams,
    body: z.optional(z.strictObject(identityShape)),
    status: 200,
    reply: z.object({
      serve: z.boolean(),
      unitKey: z.string(),
      reason: z.enum(decisionReasons),
      presentation: z.nullable(presentationSchema),
    }),
  }),
  startSession: endpoint({
    id: 'startSession',
    method: 'POST',
    path: '/visit/v1/deployments/:key/sessions',
    summary: 'Start a session, with consent',
    tag,
    auth: open,
    params: keyParams,
    body: z.strictObject({
      ...identityShape,
      mode: modeSchema,
      language: z.optional(languageSchema),
      /** An earlier session with its token: the person goes on. One that is not known counts as none. */
      previous: z.optional(
        z.strictObject({ sessionId: idParam, token: z.string().check(z.minLength(1), z.maxLength(500)) }),
      ),
      consent: z.optional(z.boolean()),
    }),
    status: 201,
    reply: startedSessionSchema,
  }),
  sendMessage: endpoint({
    id: 'sendMessage',
    method: 'POST',
    path: '/visit/v1/sessions/:id/messages',
    summary: 'Send exactly one of text, choice or value; a repeated clientMessageId returns the first answer',
    tag,
    auth: session,
    params: idParams,
    body: z
      .strictObject({
        clientMessageId: z.string().check(z.minLength(1), z.maxLength(200)),
        text: z.optional(
          z
            .string()
            .check(
              z.minLength(1, 'must not be empty'),
              z.maxLength(messageLimit, `must be at most ${messageLimit} characters`),
            ),
        ),
        choice: z.optional(
          z.union([
            z.string().check(z.maxLength(200)),
            z.array(z.string().check(z.maxLength(200))).check(z.maxLength(100)),
          ]),
        ),
        value: z.optional(jsonSchema),
      })
      .check(
        z.refine((body) => [body.text, body.choice, body.value].filter((part) => part !== undefined).length === 1, {
          error: 'send exactly one of text, choice and value',
          path: [],
        }),
      ),
    status: 202,
    reply: z.object({ seq: z.int() }),
    // The longest message, each character escaped.
    bodyLimitBytes: 128 * 1024,
  }),
  takeAction: endpoint({
    id: 'takeAction',
    method: 'POST',
    path: '/visit/v1/sessions/:id/actions',
    summary: 'Say that the visitor followed a call to action',
    tag,
    auth: session,
    params: idParams,
    body: z.strictObject({ actionId: z.string().check(z.minLength(1), z.maxLength(200)) }),
    status: 202,
    reply: z.object({ seq: z.int() }),
  }),
  readSession: endpoint({
    id: 'readSession',
    method: 'GET',
    path: '/visit/v1/sessions/:id',
    summary: "All of the visitor's events so far",
    tag,
    auth: session,
    params: idParams,
    status: 200,
    reply: visitSessionSchema,
  }),
  streamEvents: endpoint({
    id: 'streamEvents',
    method: 'GET',
    path: '/visit/v1/sessions/:id/events',
    summary: 'Server-sent events from `after` or Last-Event-ID; `id` is the seq',
    tag,
    auth: session,
    params: idParams,
    query: z.strictObject({ after: z.optional(wholeNumberParam) }),
    status: 200,
    replyType: 'text/event-stream',
  }),
  stopAnswer: endpoint({
    id: 'stopAnswer',
    method: 'POST',
    path: '/visit/v1/sessions/:id/stop',
    summary: 'Hear no more of the answer that is being written; what is written by then stays',
    tag,
    auth: session,
    params: idParams,
    status: 202,
    reply: z.object({}),
  }),
  endSession: endpoint({
    id: 'endSession',
    method: 'POST',
    path: '/visit/v1/sessions/:id/end',
    summary: 'End the session',
    tag,
    auth: session,
    params: idParams,
    status: 200,
    reply: z.object({ status: z.literal('ended'), endReason: endReasonSchema }),
  }),
};
