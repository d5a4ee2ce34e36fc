import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VisitorEvent } from '../../contract/visitor-events.ts';
import { applyDelta, applyEvent, emptyConversation, isReplyOwed } from './conversation.ts';

const at = '2027-01-01T00:00:00Z';
const options = [
  { id: 'a', label: 'Small team' },
  { id: 'b', label: 'Large team' },
];
const started: VisitorEvent = { seq: 1, at, type: 'sessionStarted', mode: 'chat', language: 'en' };
const prompt: VisitorEvent = { seq: 3, at, type: 'message', from: 'agent', text: 'Size?', choices: options };
const asked: VisitorEvent = { seq: 4, at, type: 'inputRequested', nodeId: 'n1', input: { kind: 'choice', options } };
const answered: VisitorEvent = {
  seq: 5,
  at,
  type: 'message',
  from: 'visitor',
  text: '',
  choice: 'b',
  clientMessageId: 'c1',
};
const rejected: VisitorEvent = { seq: 6, at, type: 'inputRejected', message: 'Please choose one.' };
const askedAgain: VisitorEvent = { ...asked, seq: 8 };
const action: VisitorEvent = {
  seq: 9,
  at,
  type: 'actionShown',
  actionId: 'book',
  label: 'Book',
  url: 'https://a.example',
  description: '',
};
const taken: VisitorEvent = { seq: 10, at, type: 'actionTaken', actionId: 'book' };
const ended: VisitorEvent = { seq: 12, at, type: 'sessionEnded', reason: 'flowFinished' };
const log = [started, prompt, asked, answered, rejected, askedAgain, action, taken, ended];
const after = (...events: VisitorEvent[]) => events.reduce(applyEvent, emptyConversation);

describe('conversation', () => {
  it('owes a reply from the start until it asks, and from an answer until the next word', () => {
    expect(isReplyOwed(after(started))).toBe(true);
    expect(isReplyOwed(after(started, prompt, asked))).toBe(false);
    expect(isReplyOwed(after(started, prompt, asked, answered))).toBe(true);
    expect(isReplyOwed(after(started, prompt, asked, answered, rejected))).toBe(false);
    expect(isReplyOwed(after(...log))).toBe(false);
  });

  it('shows a choice by its label', () => {
    expect(after(started, prompt, asked, answered).entries.at(-1)).toMatchObject({
      text: 'Large team',
      clientMessageId: 'c1',
    });
  });

  it('shows a typed value as words', () => {
    const typed: VisitorEvent = { seq: 5, at, type: 'message', from: 'visitor', text: '', value: 4 };
    expect(after(typed).entries[0]).toMatchObject({ text: '4' });
  });

  it('keeps the reason of a refusal with the question, also when it is asked again', () => {
    expect(after(started, prompt, asked, answered, rejected).request).toMatchObject({
      rejection: 'Please choose one.',
      isAnswered: false,
    });
    expect(after(started, prompt, asked, answered, rejected, askedAgain).request?.rejection).toBe('Please choose one.');
    expect(after(started, prompt, asked, answered, askedAgain).request?.rejection).toBeNull();
  });

  it('marks an action that was taken', () => {
    expect(after(started, action).entries[0]).toMatchObject({ isTaken: false });
    expect(after(started, action, taken).entries[0]).toMatchObject({ isTaken: true });
  });

  it('asks nothing once ended', () => {
    expect(after(...log)).toMatchObject({ endReason: 'flowFinished', request: null, quickReplies: [] });
  });

  const delta = (offset: number, text: string, effectId = 'e1') => ({ effectId, offset, text });
  const growing = (...deltas: ReturnType<typeof delta>[]) => deltas.reduce(applyDelta, after(started)).growing?.text;
  it.each([
    ['joins the pieces of an answer', [delta(0, 'Hel'), delta(3, 'lo')], 'Hello'],
    ['hears a piece twice without harm', [delta(0, 'Hel'), delta(3, 'lo'), delta(3, 'lo'), delta(5, '!')], 'Hello!'],
    ['waits for the whole message after a gap', [delta(0, 'Hel'), delta(5, '!'), delta(6, '!')], ''],
    ['waits when it has missed the beginning', [delta(3, 'lo')], ''],
    ['begins anew', [delta(0, 'Hel'), delta(0, 'Go'), delta(2, 'od')], 'Good'],
    ['begins anew after a gap', [delta(0, 'Hel'), delta(9, '!'), delta(0, 'Good')], 'Good'],
    ['does not mix two answers', [delta(0, 'Hel'), delta(3, 'lo', 'e2')], ''],
  ])('%s', (_, deltas, text) => expect(growing(...deltas)).toBe(text));

  const cited: VisitorEvent = { ...prompt, by: 'model', choices: undefined, suggestions: ['And then?'] };
  it('replaces a growing answer by the finished message, not by what the visitor writes meanwhile', () => {
    const one = applyDelta(after(started), delta(0, 'Hello'));
    expect(applyEvent(one, { ...answered, seq: 3 }).growing?.text).toBe('Hello');
    expect(applyEvent(one, cited).growing).toBeNull();
    expect(applyEvent(one, asked).growing).toBeNull();
    expect(applyDelta(after(...log), delta(0, 'late')).growing).toBeNull();
  });

  it('owes nothing once a twin has answered, until it is asked again', () => {
    expect(isReplyOwed(after(started, cited))).toBe(false);
    expect(isReplyOwed(after(started, cited, answered))).toBe(true);
    expect(isReplyOwed(after(started, prompt, asked, answered, { ...cited, seq: 6 }))).toBe(false);
  });

  it('owes nothing after a greeting that asks for nothing', () => {
    expect(isReplyOwed(after(started, prompt))).toBe(false);
    expect(isReplyOwed(after(started, prompt, answered))).toBe(true);
  });

  it('offers the questions of a twin until something is said', () => {
    expect(after(started, cited).quickReplies.map(({ label }) => label)).toEqual(['And then?']);
    expect(after(started, cited, answered).quickReplies).toEqual([]);
  });

  it('keeps what a twin tells beside its words, and nothing of the kind for a flow', () => {
    expect(after(started, cited).entries[0]).toMatchObject({ twin: { by: 'model' } });
    expect(after(started, prompt).entries[0]).toMatchObject({ twin: null });
  });

  it('is the same however often parts of the log are heard again', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(log.length)), (restarts) => {
        const heard = restarts.flatMap((count) => log.slice(0, count));
        const replayed = [...heard, ...log].reduce(applyEvent, emptyConversation);
        expect(replayed.lastSeq).toBe(12);
        expect(new Set(replayed.entries.map((entry) => entry.seq)).size).toBe(replayed.entries.length);
      }),
    );
  });
});
