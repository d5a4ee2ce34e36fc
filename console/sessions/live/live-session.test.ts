import { expect, it } from 'vitest';
import type { SessionReply } from '../../../contract/sessions.ts';
import type { SessionEvent } from '../../../core/session/session-event.ts';
import { applyEvents } from './apply-events.ts';
import { splitStream } from './split-stream.ts';

const at = '2027-01-31T09:00:00.000Z';
const said = (seq: number, text: string): SessionEvent => ({ seq, at, type: 'message', from: 'visitor', text });
const running: SessionReply = {
  id: 'ses_1',
  deployment: { id: 'dep_1', name: 'Front page', revision: 1 },
  subject: { kind: 'flow', id: 'flw_1', name: 'Greeting' },
  version: { id: 'ver_1', number: 1 },
  kind: 'live',
  status: 'active',
  endReason: null,
  mode: 'chat',
  language: 'en',
  personId: null,
  personName: null,
  unitKey: 'ann',
  startedAt: at,
  lastEventAt: at,
  endedAt: null,
  messageCount: 1,
  preview: 'Hello',
  unread: false,
  evaluation: null,
  variables: {},
  decision: null,
  events: [said(1, 'Hello')],
};

it('goes on where the session stood, and takes no event twice', () => {
  const next = applyEvents(running, [said(1, 'Hello'), said(2, 'Anybody there?')]);
  expect(next.events.map(({ seq }) => seq)).toEqual([1, 2]);
  expect(next.messageCount).toBe(2);
});

it('is what the events made of it', () => {
  const ended = applyEvents(running, [
    { seq: 2, at, type: 'variableSet', variable: 'name', value: 'Ann' },
    { seq: 3, at, type: 'sessionEnded', reason: 'flowFinished' },
    { seq: 4, at, type: 'sessionEvaluated', outcome: 'achieved', reason: 'The end was reached.', by: 'flow' },
  ]);
  expect(ended).toMatchObject({
    status: 'ended',
    endReason: 'flowFinished',
    endedAt: at,
    variables: { name: 'Ann' },
    evaluation: { outcome: 'achieved', by: 'flow' },
  });
});

it('reads whole events from a stream that arrives in pieces', () => {
  const text = `retry: 2000\n\n:\n\nid: 2\nevent: message\ndata: ${JSON.stringify(said(2, 'one\n\ntwo'))}\n\nid: 3\nev`;
  expect(splitStream(text)).toEqual({ events: [said(2, 'one\n\ntwo')], rest: 'id: 3\nev' });
});
