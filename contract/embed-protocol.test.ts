import { describe, expect, it } from 'vitest';
import {
  type FrameMessage,
  type HostMessage,
  isFrom,
  readFrameMessage,
  readHostMessage,
  toEnvelope,
} from './embed-protocol.ts';

const init: HostMessage = {
  type: 'init',
  unitKey: 'visitor-1',
  identityToken: null,
  page: { url: 'https://shop.example/plans', title: 'Plans', referrer: '' },
  canClose: true,
  kept: { 'parley.session.abc': '{"id":"ses_1"}' },
};
const hostMessages: HostMessage[] = [
  init,
  { type: 'identify', identityToken: 'a.b.c' },
  { type: 'opened' },
  { type: 'closed' },
];
const frameMessages: FrameMessage[] = [
  { type: 'ready' },
  { type: 'close' },
  { type: 'unread', count: 2 },
  { type: 'event', name: 'sessionStarted' },
  { type: 'keep', name: 'parley.session.abc', text: '{}' },
  { type: 'keep', name: 'parley.session.abc', text: null },
];

describe('embed protocol', () => {
  it.each(hostMessages)('carries $type to the conversation', (message) => {
    expect(readHostMessage(toEnvelope(message))).toEqual(message);
  });

  it.each(frameMessages)('carries $type to the page', (message) => {
    expect(readFrameMessage(toEnvelope(message))).toEqual(message);
  });

  it.each([
    null,
    'opened',
    [],
    { type: 'opened' },
    { parley: 2, type: 'opened' },
    { parley: 1, type: 'ready' },
    { parley: 1, type: 'identify', identityToken: 7 },
    { ...toEnvelope(init), unitKey: '' },
    { ...toEnvelope(init), page: 'https://shop.example' },
  ])('is silent about a message that is not the page’s: %j', (data) => {
    expect(readHostMessage(data)).toBeNull();
  });

  it.each([
    undefined,
    { type: 'ready' },
    { parley: 1, type: 'opened' },
    { parley: 1, type: 'unread', count: '3' },
    { parley: 1, type: 'event', name: 'toString' },
    { parley: 1, type: 'keep', name: 'parley.session.abc', text: 7 },
    { parley: 1, type: 'keep', name: '', text: '{}' },
  ])('is silent about a message that is not the conversation’s: %j', (data) => {
    expect(readFrameMessage(data)).toBeNull();
  });

  it('reads what the page has kept as texts, whatever else is among them', () => {
    const read = (kept: unknown) => readHostMessage({ ...toEnvelope(init), kept });
    expect(read({ a: '1', b: 2, c: null })).toMatchObject({ kept: { a: '1' } });
    expect(read(undefined)).toMatchObject({ kept: {} });
    expect(read(['1'])).toMatchObject({ kept: {} });
  });

  it('passes on nothing but the fields it knows', () => {
    expect(readHostMessage({ ...toEnvelope({ type: 'opened' }), extra: 1 })).toEqual({ type: 'opened' });
  });
});

describe('isFrom', () => {
  const frame = {};
  const expected = { origin: 'https://talk.example', source: frame };
  it('accepts the window and origin expected', () => expect(isFrom({ ...expected }, expected)).toBe(true));
  it.each([
    ['another origin', { origin: 'https://evil.example', source: frame }],
    ['another window', { origin: 'https://talk.example', source: {} }],
    ['no window', { origin: 'https://talk.example', source: null }],
  ])('refuses %s', (_, sender) => expect(isFrom(sender, expected)).toBe(false));
  it('refuses a message without a window even where none is expected yet', () => {
    expect(isFrom({ origin: '', source: null }, { origin: '', source: null })).toBe(false);
  });
});
