import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../store/store.ts';
import { call, deployed, later, loaded, nodeA, noon, said, startedSession, timer, turn } from './scenario.ts';
import type { CurrentStore } from './store-under-test.ts';

export function describeEffects(current: CurrentStore): void {
  let store: Store;
  beforeEach(() => {
    store = current().store;
  });

  describe('effects', () => {
    const claim = (holder: string, at: number, limit = 10) =>
      store.turns.claimEffects({ holder, now: later(at), until: later(at + 10_000), limit });
    const claimed = async (holder: string, at: number, limit?: number) =>
      (await claim(holder, at, limit)).map(({ effect, attempts }) => `${effect.id} ${attempts}`);

    test('start under the lease of the node that made them, and are anybody’s when it ends', async () => {
      const session = await startedSession(store, await deployed(store));
      await store.turns.commit(turn(session, { effects: [call('e1')] }));
      expect(await claim('node-b', 9_999)).toEqual([]);
      expect(await claim('node-b', 10_000)).toEqual([
        { sessionId: session.id, workspaceId: session.workspaceId, effect: call('e1'), attempts: 2 },
      ]);
      expect(await claim('node-c', 19_999)).toEqual([]);
      expect(await claimed('node-c', 20_000)).toEqual(['e1 3']);
    });

    test('of the first turn are kept as well', async () => {
      await startedSession(store, await deployed(store), { effects: [call('e1')] });
      expect(await claimed('node-b', 10_000)).toEqual(['e1 2']);
    });

    test('that are timers wait until they are due, then are the first one’s to ask', async () => {
      const session = await startedSession(store, await deployed(store));
      await store.turns.commit(turn(session, { effects: [timer('t1', 1500)], at: later(100) }));
      expect(await claimed('node-b', 1599)).toEqual([]);
      expect(await claimed('node-b', 1600)).toEqual(['t1 1']);
      expect(await claimed('node-a', 1600)).toEqual([]);
    });

    test('are each claimed once, oldest first, when many nodes ask at once', async () => {
      const session = await startedSession(store, await deployed(store));
      const effects = Array.from({ length: 20 }, (_, index) => timer(`t${index}`, 20 - index));
      await store.turns.commit(turn(session, { effects }));
      expect(await claimed('first', 1000, 2)).toEqual(expect.arrayContaining(['t19 1', 't18 1']));
      const shares = await Promise.all(['b', 'c', 'd', 'e'].map((node) => claimed(node, 1000, 5)));
      const rest = await claimed('last', 1000, 20);
      expect([...shares.flat(), ...rest].sort()).toEqual(
        effects
          .slice(0, 18)
          .map(({ id }) => `${id} 1`)
          .sort(),
      );
    });

    test('are done with the turn that takes their result, under the lease', async () => {
      const session = await startedSession(store, await deployed(store), { effects: [call('e1')] });
      const answer = turn(session, { events: [said(2, 'x')], completed: { effectId: 'e1', holder: 'node-a' } });
      expect(await store.turns.commit(answer)).toEqual({ kind: 'committed', revision: 1 });
      expect((await store.turns.effectBacklog(noon)).waiting).toBe(0);
      const again = { ...answer, session: await loaded(store, session.id) };
      expect(await store.turns.commit(again)).toEqual({ kind: 'leaseLost' });
    });

    test('whose lease another node holds change nothing', async () => {
      const session = await startedSession(store, await deployed(store), { effects: [call('e1')] });
      await claim('node-b', 10_000);
      const late = turn(session, { events: [said(2, 'x')], completed: { effectId: 'e1', holder: 'node-a' } });
      expect(await store.turns.commit(late)).toEqual({ kind: 'leaseLost' });
      expect((await loaded(store, session.id)).revision).toBe(0);
      expect(await store.turns.eventsAfter(session, 1)).toEqual([]);
    });

    test('stay when the turn with their result was too late', async () => {
      const session = await startedSession(store, await deployed(store), { effects: [call('e1')] });
      await store.turns.commit(turn(session, { events: [said(2, 'meanwhile')] }));
      const stale = turn(session, { events: [said(2, 'x')], completed: { effectId: 'e1', holder: 'node-a' } });
      expect(await store.turns.commit(stale)).toEqual({ kind: 'stale' });
      const retried = { ...stale, session: await loaded(store, session.id), events: [said(3, 'x')] };
      expect(await store.turns.commit(retried)).toEqual({ kind: 'committed', revision: 2 });
    });

    test('answered by two nodes at once are answered once', async () => {
      const session = await startedSession(store, await deployed(store), { effects: [call('e1')] });
      const answer = turn(session, { events: [said(2, 'x')], completed: { effectId: 'e1', holder: 'node-a' } });
      const results = await Promise.all([1, 2, 3, 4].map(() => store.turns.commit(answer)));
      expect(results.filter((result) => result.kind === 'committed')).toHaveLength(1);
      expect(await store.turns.eventsAfter(session, 1)).toHaveLength(1);
    });

    test('are kept by renewal, but only those still held', async () => {
      const session = await startedSession(store, await deployed(store), { effects: [call('e1'), call('e2')] });
      await claim('node-b', 10_000, 1);
      const [taken] = (await claim('nobody', 19_000)).map(({ effect }) => effect.id);
      expect(taken).toBeDefined();
      const effects = ['e1', 'e2', 'e3'].map((effectId) => ({ sessionId: session.id, effectId }));
      const renewal = { holder: 'node-b', until: later(40_000), effects };
      const kept = await store.turns.renewLeases(renewal);
      expect(kept).toEqual([`${session.id}/${taken === 'e1' ? 'e2' : 'e1'}`]);
      expect(await claimed('node-c', 39_999)).toEqual([`${taken} 3`]);
      expect(await claimed('node-c', 40_000)).toHaveLength(1);
    });

    test('given back are anybody’s at once', async () => {
      await startedSession(store, await deployed(store), { effects: [call('e1')] });
      await store.turns.releaseLeases('node-b');
      expect(await claimed('node-c', 1)).toEqual([]);
      await store.turns.releaseLeases(nodeA.holder);
      expect(await claimed('node-c', 1)).toEqual(['e1 2']);
    });

    test('that wait are counted, with the age of the oldest due one', async () => {
      const session = await startedSession(store, await deployed(store), { effects: [call('e1')] });
      await store.turns.commit(turn(session, { effects: [timer('t1', 5000)], at: later(1000) }));
      expect(await store.turns.effectBacklog(later(2500))).toEqual({ waiting: 2, oldestMs: 2500 });
    });
  });
}
