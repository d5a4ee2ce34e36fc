import { beforeEach, describe, expect, it } from 'vitest';
import type { FrameMessage } from '../contract/embed-protocol.ts';
import type { VisitorEvent } from '../contract/visitor-events.ts';
import { applyEvent, emptyConversation } from './chat/conversation.ts';
import { createHostTeller, type HostTeller } from './tell-host.ts';

const at = '2027-01-01T00:00:00Z';
const log: VisitorEvent[] = [
  { seq: 1, at, type: 'message', from: 'agent', text: 'Hello' },
  { seq: 2, at, type: 'message', from: 'visitor', text: 'Hi' },
  { seq: 3, at, type: 'message', from: 'agent', text: 'How are you?' },
  { seq: 4, at, type: 'sessionEnded', reason: 'flowFinished' },
];
const viewAfter = (count: number) => ({
  conversation: log.slice(0, count).reduce(applyEvent, emptyConversation),
  outbox: [],
  connection: 'live' as const,
  isLoaded: true,
});

describe('host teller', () => {
  let posts: FrameMessage[];
  let teller: HostTeller;
  beforeEach(() => {
    posts = [];
    teller = createHostTeller((message) => posts.push(message));
  });

  it('takes what was there at the start for no news', () => {
    teller.watch({ ...viewAfter(0), isLoaded: false });
    teller.watch(viewAfter(3));
    expect(posts).toEqual([]);
  });

  it('tells of messages that are not the visitor’s, and of the end once', () => {
    for (const count of [1, 2, 3, 4, 4]) teller.watch(viewAfter(count));
    expect(posts).toEqual([
      { type: 'event', name: 'messageReceived' },
      { type: 'event', name: 'sessionEnded' },
    ]);
  });

  it('counts unread messages only while closed, and clears them on opening', () => {
    teller.watch(viewAfter(1));
    teller.hearOpen(false);
    teller.watch(viewAfter(3));
    teller.hearOpen(true);
    teller.hearOpen(true);
    expect(posts.filter(({ type }) => type === 'unread')).toEqual([
      { type: 'unread', count: 1 },
      { type: 'unread', count: 0 },
    ]);
  });
});
