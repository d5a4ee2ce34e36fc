import * as z from 'zod/mini';
import { inputSchema, optionSchema } from '../flow/node-data.ts';
import { jsonSchema } from '../json.ts';
import { citationSchema } from '../twin/citation.ts';

/** Version of the event shapes below, stored with every event. */
export const eventSchemaVersion = 1;

export const modes = ['chat', 'audio', 'video'] as const;
export const modeSchema = z.enum(modes);
export type Mode = z.infer<typeof modeSchema>;

export const endReasons = [
  'visitorLeft',
  'flowFinished',
  'inactivity',
  'handedOff',
  'ownerClosed',
  'failed',
  'limitReached',
] as const;
export const endReasonSchema = z.enum(endReasons);
export type EndReason = z.infer<typeof endReasonSchema>;

/** How a session went: judged (`achieved`, `notAchieved`, `unclear`), or counted beside (`unjudged`, `tooShort`). */
export const outcomes = ['achieved', 'notAchieved', 'unclear', 'unjudged', 'tooShort'] as const;
export const outcomeSchema = z.enum(outcomes);

const base = { seq: z.int(), at: z.string() };
const flowPlace = { nodeId: z.string(), flowId: z.optional(z.string()) };
/** Who wrote a twin's words: a model, or the built-in brain that quotes. */
export const brainKindSchema = z.enum(['model', 'builtIn']);
export type BrainKind = z.infer<typeof brainKindSchema>;

const shownAction = { actionId: z.string(), label: z.string(), url: z.string(), description: z.string() };
const typed = <Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) =>
  z.object({ ...base, type: z.literal(type), ...shape });

/**
 * Every kind of event of a session's log. `at` is an ISO instant, `seq` counts from 1 without gaps per session.
 * Fields the visitor must not see are named in `visitor-events.ts`.
 */
export const sessionEventSchema = z.discriminatedUnion('type', [
  /** First event. The attributes are those the decision saw, so that replaying needs nothing else. */
  typed('sessionStarted', {
    mode: modeSchema,
    language: z.string(),
    timeoutMs: z.int(),
    attributes: z.record(z.string(), z.record(z.string(), jsonSchema)),
  }),
  typed('message', {
    from: z.enum(['agent', 'visitor', 'member']),
    text: z.string(),
    nodeId: z.optional(z.string()),
    media: z.optional(jsonSchema),
    /** Who wrote it, where it is a twin's; its citations and the questions it offers to be asked next. */
    by: z.optional(brainKindSchema),
    citations: z.optional(z.array(citationSchema)),
    suggestions: z.optional(z.array(z.string())),
    /** The twin thinks the talk may be over and offers the visitor to end it. */
    offersEnd: z.optional(z.boolean()),
    /** Quick replies offered with an agent's message. */
    choices: z.optional(z.array(optionSchema)),
    /** What a visitor sent instead of text: chosen option ids, or a typed value. */
    choice: z.optional(z.union([z.string(), z.array(z.string())])),
    value: z.optional(jsonSchema),
    clientMessageId: z.optional(z.string()),
  }),
  typed('inputRequested', { ...flowPlace, input: inputSchema }),
  typed('inputRejected', { message: z.string() }),
  typed('nodeEntered', { ...flowPlace, nodeType: z.string() }),
  typed('variableSet', { variable: z.string(), value: jsonSchema }),
  typed('splitDrawn', { ...flowPlace, branchId: z.string() }),
  typed('actionShown', shownAction),
  typed('actionTaken', { actionId: z.string() }),
  typed('emailCollected', { email: z.string() }),
  typed('handoffRequested', { note: z.optional(z.string()) }),
  /** A result of an HTTP effect. `status` 0 means that no response came; `error` then says why. */
  typed('httpResponded', {
    effectId: z.string(),
    nodeId: z.string(),
    status: z.int(),
    body: jsonSchema,
    error: z.optional(z.string()),
  }),
  typed('timerElapsed', { effectId: z.string() }),
  /** What a twin answered, and what else it wants done; nothing of an internal or unavailable source is in it. */
  typed('twinReplied', {
    effectId: z.string(),
    nodeId: z.string(),
    by: brainKindSchema,
    text: z.string(),
    citations: z.array(citationSchema),
    suggestions: z.array(z.string()),
    actions: z.array(z.object(shownAction)),
    asksEmail: z.boolean(),
    offersEnd: z.boolean(),
    handoff: z.optional(z.object({ note: z.string() })),
    /** The exit whose words the brain finds met. */
    exitId: z.optional(z.string()),
    variables: z.array(z.object({ name: z.string(), value: jsonSchema })),
    facts: z.array(z.string()),
    /** Why the first choice of brain did not answer, for the owner. */
    notice: z.optional(z.string()),
  }),
  /** Null where no intent fits. */
  typed('textClassified', {
    effectId: z.string(),
    nodeId: z.string(),
    intentId: z.nullable(z.string()),
    by: z.enum(['model', 'words']),
  }),
  /** The visitor wants to hear no more of the answer that is being written. */
  typed('stopRequested', { effectId: z.string() }),
  /** What a twin wants to remember of the person. */
  typed('factLearned', { text: z.string(), nodeId: z.string(), twinId: z.string() }),
  /** `outcome` is what the flow's end node claims. */
  typed('sessionEnded', {
    reason: endReasonSchema,
    outcome: z.optional(z.enum(['achieved', 'notAchieved'])),
    detail: z.optional(z.string()),
  }),
  typed('sessionEvaluated', {
    outcome: outcomeSchema,
    reason: z.string(),
    by: z.enum(['criteria', 'flow', 'model', 'member', 'none']),
  }),
]);
export type SessionEvent = z.infer<typeof sessionEventSchema>;
export type SessionEventType = SessionEvent['type'];
export type EventOf<Type extends SessionEventType> = Extract<SessionEvent, { type: Type }>;

type Unstamped<Event> = Event extends SessionEvent ? Omit<Event, 'seq' | 'at'> : never;
/** An event before the session has given it its `seq` and `at`. */
export type NewEvent = Unstamped<SessionEvent>;

/** Events that come from outside the core and drive it; every other type is derived from these. */
export type SessionInput =
  | Unstamped<EventOf<'sessionStarted'>>
  | (Unstamped<EventOf<'message'>> & { from: 'visitor' })
  | Unstamped<EventOf<'actionTaken'>>
  | Unstamped<EventOf<'httpResponded'>>
  | Unstamped<EventOf<'timerElapsed'>>
  | Unstamped<EventOf<'twinReplied'>>
  | Unstamped<EventOf<'textClassified'>>
  | Unstamped<EventOf<'stopRequested'>>
  | (Unstamped<EventOf<'sessionEnded'>> & { reason: 'visitorLeft' | 'inactivity' | 'ownerClosed' | 'failed' })
  | Unstamped<EventOf<'sessionEvaluated'>>;
