import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SessionEvent } from '../../../core/session/session-event.ts';
import type { Live, LiveNotice } from '../live.ts';

/** Two nodes of one installation. */
export interface LiveNodes {
  readonly here: Live;
  readonly there: Live;
  close(): Promise<void>;
}

/** What every carrier of news keeps, whatever carries it. */
export function describeLive(name: string, open: () => Promise<LiveNodes>): void {
  describe(`live news over ${name}`, () => {
    let nodes: LiveNodes;
    let sessions = 0;
    beforeAll(async () => {
      nodes = await open();
    });
    afterAll(() => nodes.close());

    const newSession = () => `ses_${String(++sessions).padStart(32, '0')}`;
    const listenTo = (live: Live, sessionId: string) => {
      const heard: LiveNotice[] = [];
      const stop = live.subscribe(sessionId, (notice) => heard.push(notice));
      return { heard, stop };
    };

    test('tells subscribers of the same node at once, with the events', () => {
      const sessionId = newSession();
      const { heard } = listenTo(nodes.here, sessionId);
      nodes.here.publish({ sessionId, lastSeq: 1, events });
      expect(heard).toEqual([{ sessionId, lastSeq: 1, events }]);
    });

    test('tells subscribers of another node how far the session is, without the events', async () => {
      const sessionId = newSession();
      const { heard } = listenTo(nodes.there, sessionId);
      nodes.here.publish({ sessionId, lastSeq: 3, events });
      await expect.poll(() => heard).toEqual([{ sessionId, lastSeq: 3 }]);
    });

    test('tells another node to look when the publisher does not know how far the session is', async () => {
      const sessionId = newSession();
      const { heard } = listenTo(nodes.there, sessionId);
      nodes.here.publish({ sessionId });
      await expect.poll(() => heard).toEqual([{ sessionId }]);
    });

    test('does not tell a node again what it published itself', async () => {
      const sessionId = newSession();
      const own = listenTo(nodes.here, sessionId);
      const other = listenTo(nodes.there, sessionId);
      nodes.here.publish({ sessionId, lastSeq: 1 });
      await expect.poll(() => other.heard).toHaveLength(1);
      await settled(nodes, newSession());
      expect(own.heard).toHaveLength(1);
    });

    test('tells a subscriber nothing of other sessions', async () => {
      const { heard } = listenTo(nodes.there, newSession());
      await settled(nodes, newSession());
      expect(heard).toEqual([]);
    });

    test('tells every subscriber of a session, and none that has left', async () => {
      const sessionId = newSession();
      const staying = [listenTo(nodes.there, sessionId), listenTo(nodes.there, sessionId)];
      const leaving = listenTo(nodes.there, sessionId);
      leaving.stop();
      leaving.stop();
      nodes.here.publish({ sessionId, lastSeq: 1 });
      for (const { heard } of staying) await expect.poll(() => heard).toHaveLength(1);
      expect(leaving.heard).toEqual([]);
    });

    test('lets a subscriber leave while it hears', () => {
      const sessionId = newSession();
      let count = 0;
      const stop = nodes.here.subscribe(sessionId, () => {
        count += 1;
        stop();
      });
      nodes.here.publish({ sessionId, lastSeq: 1 });
      nodes.here.publish({ sessionId, lastSeq: 2 });
      expect(count).toBe(1);
    });

    test('keeps a failing subscriber from the publisher and from the others', () => {
      const sessionId = newSession();
      nodes.here.subscribe(sessionId, () => {
        throw new Error('a subscriber that fails');
      });
      const { heard } = listenTo(nodes.here, sessionId);
      nodes.here.publish({ sessionId, lastSeq: 1 });
      expect(heard).toHaveLength(1);
    });

    test('carries the newest state of many sessions at once', async () => {
      const followed = Array.from({ length: 1000 }, newSession);
      const lastHeard = new Map<string, number | undefined>();
      for (const sessionId of followed) {
        nodes.there.subscribe(sessionId, ({ lastSeq }) => lastHeard.set(sessionId, lastSeq));
      }
      for (const lastSeq of [1, 2, 3]) for (const sessionId of followed) nodes.here.publish({ sessionId, lastSeq });
      const expected = new Map(followed.map((sessionId) => [sessionId, 3]));
      await expect.poll(() => lastHeard, { timeout: 10_000 }).toEqual(expected);
    });
  });
}

/** Everything published before on `here` has been heard on `there`, and back. */
async function settled({ here, there }: LiveNodes, sessionId: string): Promise<void> {
  for (const [from, to] of [
    [here, there],
    [there, here],
  ] as const) {
    await new Promise<void>((resolve) => {
      const stop = to.subscribe(sessionId, () => {
        stop();
        resolve();
      });
      from.publish({ sessionId, lastSeq: 1 });
    });
  }
}

const events: readonly SessionEvent[] = [];
