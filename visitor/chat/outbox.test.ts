import { describe, expect, it } from 'vitest';
import type { Failure, Result } from '../api/call.ts';
import { createMemory } from '../storage.ts';
import {
  forgetOutbox,
  judgeAnswer,
  keepItem,
  loadOutbox,
  marked,
  nextWaiting,
  type OutboxItem,
  withoutShown,
} from './outbox.ts';

const item = (id: string, writtenAt: number): OutboxItem => ({
  body: { clientMessageId: id, text: id },
  text: id,
  writtenAt,
  status: 'waiting',
  reason: '',
});
const failed = (code: Failure['code'], retryAfterMs: number | null = null): Result<never> => ({
  ok: false,
  code,
  detail: 'words',
  retryAfterMs,
});

describe('judgeAnswer', () => {
  it.each<[Result<unknown>, unknown]>([
    [{ ok: true, value: {} }, { kind: 'accepted' }],
    [failed('unreachable'), { kind: 'later', afterMs: null }],
    [failed('rate_limited', 3000), { kind: 'later', afterMs: 3000 }],
    [failed('too_many_pending', 1000), { kind: 'later', afterMs: 1000 }],
    [failed('internal'), { kind: 'later', afterMs: null }],
    [failed('unavailable'), { kind: 'later', afterMs: null }],
    [failed('session_ended'), { kind: 'ended' }],
    [failed('unauthenticated'), { kind: 'gone' }],
    [failed('invalid_request'), { kind: 'refused', reason: 'words' }],
    [failed('too_large'), { kind: 'refused', reason: 'words' }],
  ])('takes %j as %j', (result, verdict) => expect(judgeAnswer(result)).toEqual(verdict));
});

describe('outbox', () => {
  it('sends in the order written, and lets nothing overtake', () => {
    const outbox = [item('a', 1), item('b', 2)];
    expect(nextWaiting(outbox)?.text).toBe('a');
    expect(nextWaiting(marked(outbox, 'a', 'accepted'))?.text).toBe('b');
    expect(nextWaiting(marked(outbox, 'a', 'refused'))?.text).toBe('b');
    expect(nextWaiting([])).toBeNull();
  });

  it('drops what the transcript shows', () => {
    const outbox = [item('a', 1), item('b', 2)];
    expect(withoutShown(outbox, new Set(['a', null])).map(({ text }) => text)).toEqual(['b']);
    expect(withoutShown(outbox, new Set([null]))).toBe(outbox);
  });

  it('keeps waiting messages of its session over a reload, oldest first', () => {
    const memory = createMemory(null);
    for (const one of [item('b', 2), item('a', 1)]) keepItem(memory, 'ses_1', one);
    keepItem(memory, 'ses_10', item('other', 3));
    keepItem(memory, 'ses_1', { ...item('b', 2), status: 'accepted' });
    memory.write('outbox.ses_1.broken', 'not an item');
    expect(loadOutbox(memory, 'ses_1')).toEqual([item('a', 1)]);
    forgetOutbox(memory, 'ses_1');
    expect(loadOutbox(memory, 'ses_1')).toEqual([]);
    expect(loadOutbox(memory, 'ses_10')).toHaveLength(1);
  });
});
