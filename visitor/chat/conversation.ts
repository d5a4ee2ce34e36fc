import type { AnswerDelta, VisitorEvent } from '../../contract/visitor-events.ts';
import type { Input, Option } from '../../core/flow/node-data.ts';
import type { EndReason } from '../../core/session/session-event.ts';

type MessageEvent = Extract<VisitorEvent, { type: 'message' }>;

export type TwinPart = Pick<MessageEvent, 'by' | 'citations' | 'offersEnd'>;

/** One thing in the transcript, in the order of `seq`. */
export type Entry =
  | {
      readonly kind: 'message';
      readonly seq: number;
      readonly from: MessageEvent['from'];
      readonly text: string;
      readonly media: unknown;
      readonly clientMessageId: string | null;
      /** What a twin's message carries beside its text; null for everyone else's. */
      readonly twin: TwinPart | null;
    }
  | { readonly kind: 'rejection'; readonly seq: number; readonly text: string }
  | {
      readonly kind: 'action';
      readonly seq: number;
      readonly actionId: string;
      readonly label: string;
      readonly url: string;
      readonly description: string;
      readonly isTaken: boolean;
    }
  | { readonly kind: 'handoff'; readonly seq: number };

/** What the flow asks for now. */
export interface InputRequest {
  readonly seq: number;
  readonly input: Input;
  /** True from the visitor's answer until the flow's next word about it. */
  readonly isAnswered: boolean;
  /** Why the last answer was not accepted. */
  readonly rejection: string | null;
}

/** What the visitor sees of a session; derived from its events alone. */
export interface Conversation {
  readonly lastSeq: number;
  readonly entries: readonly Entry[];
  readonly request: InputRequest | null;
  /** Quick replies of the last message, or questions it offers to be asked, for when nothing particular is asked. */
  readonly quickReplies: readonly Option[];
  /** An answer still being written; its text is empty while pieces of it are missing. */
  readonly growing: { readonly effectId: string; readonly text: string } | null;
  readonly endReason: EndReason | null;
}

export const emptyConversation: Conversation = {
  lastSeq: 0,
  entries: [],
  request: null,
  quickReplies: [],
  growing: null,
  endReason: null,
};

/** The conversation after an event. An event seen before changes nothing, so streams may overlap. */
export function applyEvent(conversation: Conversation, event: VisitorEvent): Conversation {
  if (event.seq <= conversation.lastSeq) return conversation;
  return { ...changedBy(conversation, event), lastSeq: event.seq };
}

/**
 * The conversation with a piece more of the answer being written; the finished message replaces it. After a gap the
 * text is unknown until an answer begins anew; a piece heard before changes nothing.
 */
export function applyDelta(conversation: Conversation, { effectId, offset, text }: AnswerDelta): Conversation {
  const { growing, endReason } = conversation;
  if (endReason) return conversation;
  const before = offset > 0 && growing?.effectId === effectId ? growing.text : '';
  const isKnown = before.startsWith(text, offset);
  const joined = offset <= before.length ? before.slice(0, offset) + text : '';
  return { ...conversation, growing: { effectId, text: isKnown ? before : joined } };
}

/** Whether the visitor waits for an answer. Whoever has said something without asking, as a twin does, may be listening. */
export function isReplyOwed({ endReason, request, entries }: Conversation): boolean {
  const last = entries.at(-1);
  return endReason === null && (request ? request.isAnswered : !last || isVisitors(last));
}

function changedBy(conversation: Conversation, event: VisitorEvent): Conversation {
  const { request } = conversation;
  const withEntry = (entry: Entry): Conversation => ({
    ...conversation,
    entries: [...conversation.entries, entry],
    // What the visitor writes meanwhile does not end the answer.
    growing: isVisitors(entry) ? conversation.growing : null,
  });
  switch (event.type) {
    case 'message':
      return afterMessage(withEntry(messageEntry(event, request)), event);
    case 'inputRequested':
      return { ...conversation, growing: null, request: nextRequest(conversation, event) };
    case 'inputRejected':
      return {
        ...withEntry({ kind: 'rejection', seq: event.seq, text: event.message }),
        request: request && { ...request, isAnswered: false, rejection: event.message },
      };
    case 'actionShown': {
      const { seq, actionId, label, url, description } = event;
      return withEntry({ kind: 'action', seq, actionId, label, url, description, isTaken: false });
    }
    case 'actionTaken':
      return { ...conversation, entries: conversation.entries.map((entry) => taken(entry, event.actionId)) };
    case 'handoffRequested':
      return withEntry({ kind: 'handoff', seq: event.seq });
    case 'sessionEnded':
      return { ...conversation, request: null, quickReplies: [], growing: null, endReason: event.reason };
    case 'sessionStarted':
    case 'emailCollected':
      return conversation;
  }
}

function afterMessage(conversation: Conversation, event: MessageEvent): Conversation {
  const { request } = conversation;
  if (event.from !== 'visitor') {
    const questions = event.suggestions?.map((label) => ({ id: label, label }));
    return {
      ...conversation,
      quickReplies: event.choices ?? questions ?? [],
      // A twin that has answered listens, whatever was asked before.
      request: event.by ? null : request,
    };
  }
  return { ...conversation, quickReplies: [], request: request && { ...request, isAnswered: true, rejection: null } };
}

/** Asking again right after a refusal keeps the reason, so that the control can show it. */
function nextRequest(
  conversation: Conversation,
  event: Extract<VisitorEvent, { type: 'inputRequested' }>,
): InputRequest {
  const { request } = conversation;
  const rejection = request && !request.isAnswered ? request.rejection : null;
  return { seq: event.seq, input: event.input, isAnswered: false, rejection };
}

function messageEntry(event: MessageEvent, request: InputRequest | null): Entry {
  return {
    kind: 'message',
    seq: event.seq,
    from: event.from,
    text: event.text || answerText(event, request?.input.options ?? []),
    media: event.media ?? null,
    clientMessageId: event.clientMessageId ?? null,
    twin: event.by ? event : null,
  };
}

function answerText(event: MessageEvent, options: readonly Option[]): string {
  if (event.choice !== undefined) return labelsOf([event.choice].flat(), options);
  return typeof event.value === 'string' || typeof event.value === 'number' ? String(event.value) : '';
}

/** The labels of chosen options, in words a transcript can show. */
export function labelsOf(ids: readonly string[], options: readonly Option[]): string {
  return ids.map((id) => options.find((option) => option.id === id)?.label ?? id).join(', ');
}

export function isVisitors(entry: Entry): boolean {
  return entry.kind === 'message' && entry.from === 'visitor';
}

function taken(entry: Entry, actionId: string): Entry {
  return entry.kind === 'action' && entry.actionId === actionId ? { ...entry, isTaken: true } : entry;
}
