import type { VisitorEvent } from '../../contract/visitor-events.ts';
import type { Input, Option } from '../../core/flow/node-data.ts';
import type { EndReason } from '../../core/session/session-event.ts';

type MessageEvent = Extract<VisitorEvent, { type: 'message' }>;

/** One thing in the transcript, in the order of `seq`. */
export type Entry =
  | {
      readonly kind: 'message';
      readonly seq: number;
      readonly from: MessageEvent['from'];
      readonly text: string;
      readonly media: unknown;
      readonly clientMessageId: string | null;
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
  /** Quick replies of the last message, for when nothing particular is asked. */
  readonly quickReplies: readonly Option[];
  /** Text of a reply still being written. */
  readonly streaming: string;
  readonly endReason: EndReason | null;
}

export const emptyConversation: Conversation = {
  lastSeq: 0,
  entries: [],
  request: null,
  quickReplies: [],
  streaming: '',
  endReason: null,
};

/** The conversation after an event. An event seen before changes nothing, so streams may overlap. */
export function applyEvent(conversation: Conversation, event: VisitorEvent): Conversation {
  if (event.seq <= conversation.lastSeq) return conversation;
  return { ...changedBy(conversation, event), lastSeq: event.seq };
}

/** The conversation with more text of the reply being written; the finished message replaces it. */
export function applyDelta(conversation: Conversation, text: string): Conversation {
  return conversation.endReason ? conversation : { ...conversation, streaming: conversation.streaming + text };
}

/** Whether the flow owes the visitor its next step. */
export function isReplyOwed(conversation: Conversation): boolean {
  return conversation.endReason === null && (conversation.request === null || conversation.request.isAnswered);
}

function changedBy(conversation: Conversation, event: VisitorEvent): Conversation {
  const { request } = conversation;
  const withEntry = (entry: Entry): Conversation => ({
    ...conversation,
    entries: [...conversation.entries, entry],
    streaming: '',
  });
  switch (event.type) {
    case 'message':
      return afterMessage(withEntry(messageEntry(event, request)), event);
    case 'inputRequested':
      return { ...conversation, request: nextRequest(conversation, event) };
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
      return { ...conversation, request: null, quickReplies: [], streaming: '', endReason: event.reason };
    case 'sessionStarted':
    case 'emailCollected':
      return conversation;
  }
}

function afterMessage(conversation: Conversation, event: MessageEvent): Conversation {
  if (event.from !== 'visitor') return { ...conversation, quickReplies: event.choices ?? [] };
  const { request } = conversation;
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

function taken(entry: Entry, actionId: string): Entry {
  return entry.kind === 'action' && entry.actionId === actionId ? { ...entry, isTaken: true } : entry;
}
