import type { Result } from '../api/call.ts';
import type { SendBody } from '../api/session-api.ts';
import type { Memory } from '../storage.ts';

/** A message of the visitor that the transcript does not show yet. */
export interface OutboxItem {
  readonly body: SendBody;
  /** What the visitor sees of it: their words, or the labels they chose. */
  readonly text: string;
  /** Place among the others: time it was written, in ms, unique within this browser's page. */
  readonly writtenAt: number;
  readonly status: 'waiting' | 'accepted' | 'refused';
  /** Why it was refused, in the server's words. */
  readonly reason: string;
}

export type Outbox = readonly OutboxItem[];

/** What follows from the server's answer to a message. */
export type Verdict =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'later'; readonly afterMs: number | null }
  | { readonly kind: 'refused'; readonly reason: string }
  /** The session takes no more messages. */
  | { readonly kind: 'ended' }
  /** The session is not ours any more: its token is unknown. */
  | { readonly kind: 'gone' };

/** What to do about a message after the server's answer, or the lack of one. Trying again is safe: the id stays the same. */
export function judgeAnswer(result: Result<unknown>): Verdict {
  if (result.ok) return { kind: 'accepted' };
  switch (result.code) {
    case 'session_ended':
      return { kind: 'ended' };
    case 'unauthenticated':
    case 'not_found':
      return { kind: 'gone' };
    case 'unreachable':
    case 'rate_limited':
    case 'too_many_pending':
    case 'unavailable':
    case 'internal':
    case 'conflict':
      return { kind: 'later', afterMs: result.retryAfterMs };
    default:
      return { kind: 'refused', reason: result.detail };
  }
}

/** The message to send next: the first that waits. Order holds because nothing overtakes it. */
export function nextWaiting(outbox: Outbox): OutboxItem | null {
  return outbox.find((item) => item.status === 'waiting') ?? null;
}

/** The outbox with one message's status changed. */
export function marked(outbox: Outbox, id: string, status: OutboxItem['status'], reason = ''): Outbox {
  return outbox.map((item) => (item.body.clientMessageId === id ? { ...item, status, reason } : item));
}

/** The outbox without messages the transcript shows by now. */
export function withoutShown(outbox: Outbox, shownIds: ReadonlySet<string | null>): Outbox {
  const rest = outbox.filter((item) => !shownIds.has(item.body.clientMessageId));
  return rest.length === outbox.length ? outbox : rest;
}

/** Messages of a session that this browser has kept, oldest first. Each is kept apart, so that two tabs never overwrite each other's. */
export function loadOutbox(memory: Memory, sessionId: string): Outbox {
  return memory
    .names(namePrefix(sessionId))
    .map((name) => memory.read(name))
    .filter(isItem)
    .sort((one, other) => one.writtenAt - other.writtenAt);
}

/** Keeps what must survive a reload, and forgets what the server has. */
export function keepItem(memory: Memory, sessionId: string, item: OutboxItem): void {
  const name = namePrefix(sessionId) + item.body.clientMessageId;
  if (item.status === 'accepted') memory.forget(name);
  else memory.write(name, item);
}

export function forgetItem(memory: Memory, sessionId: string, clientMessageId: string): void {
  memory.forget(namePrefix(sessionId) + clientMessageId);
}

export function forgetOutbox(memory: Memory, sessionId: string): void {
  for (const name of memory.names(namePrefix(sessionId))) memory.forget(name);
}

function namePrefix(sessionId: string): string {
  return `outbox.${sessionId}.`;
}

function isItem(value: unknown): value is OutboxItem {
  if (typeof value !== 'object' || value === null || !('body' in value) || !('writtenAt' in value)) return false;
  return typeof value.body === 'object' && value.body !== null && 'clientMessageId' in value.body;
}
