import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../store/store.ts';
import type { TurnSession } from '../../store/turn-store.ts';
import {
  call,
  day,
  deployed,
  endedState,
  ids,
  later,
  loaded,
  minute,
  newSession,
  noon,
  said,
  started,
  startedSession,
  turn,
} from './scenario.ts';
import type { CurrentStore } from './store-under-test.ts';

export function describeTurns(current: CurrentStore): void {
  let store: Store;
  beforeEach(() => {
    store = current().store;
  });

  describe('a turn', () => {
    test('starts from the session as it was made', async () => {
      const place = await deployed(store);
      const session = newSession(place);
      await store.visits.startSession(place.workspaceId, session);
      expect(await store.turns.load(session.id)).toEqual({
        id: session.id,
        workspaceId: place.workspaceId,
        deploymentId: place.deployment.id,
        versionId: place.version.id,
        versionNumber: 1,
        kind: 'live',
        revision: 0,
        tokenHash: session.tokenHash,
        tokenExpiresAt: null,
        state: session.state,
      });
      expect(await store.turns.eventsAfter({ ...place, id: session.id }, 0)).toEqual([started()]);
      expect(await store.turns.load('ses_none')).toBeNull();
    });

    test('writes state and events, and counts one revision', async () => {
      const session = await startedSession(store, await deployed(store));
      const events = [said(2, 'Grüezi "quoted" \\ 😀', 'm1', later(1)), said(3, '', undefined, later(1))];
      const commit = turn(session, { events, clientMessageId: 'm1', at: later(1) });
      expect(await store.turns.commit(commit)).toEqual({ kind: 'committed', revision: 1 });
      expect(await loaded(store, session.id)).toEqual({ ...session, revision: 1, state: commit.state });
      expect(await store.turns.eventsAfter(session, 1)).toEqual(events.map(plain));
      expect(await store.turns.eventsAfter(session, 2)).toEqual(events.slice(1).map(plain));
      expect(await store.turns.acceptedSeq(session.id, 'm1')).toBe(2);
      expect(await store.turns.acceptedSeq(session.id, 'm2')).toBeNull();
    });

    test('is refused when another came first, and leaves nothing', async () => {
      const session = await startedSession(store, await deployed(store));
      await store.turns.commit(turn(session, { events: [said(2, 'first')] }));
      const late = turn(session, { events: [said(2, 'second')], effects: [call('e1')], evaluate: true });
      expect(await store.turns.commit(late)).toEqual({ kind: 'stale' });
      expect(await store.turns.eventsAfter(session, 1)).toMatchObject([{ text: 'first' }]);
      expect(await store.turns.effectBacklog(noon)).toEqual({ waiting: 0, oldestMs: 0 });
      expect(await current().jobs()).toEqual([]);
    });

    test('of many at once wins alone', async () => {
      const session = await startedSession(store, await deployed(store));
      const texts = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
      const results = await Promise.all(
        texts.map((text) => store.turns.commit(turn(session, { events: [said(2, text)] }))),
      );
      expect(results.map((result) => result.kind).sort()).toEqual(['committed', ...Array(7).fill('stale')]);
      const winner = texts[results.findIndex((result) => result.kind === 'committed')];
      expect(await store.turns.eventsAfter(session, 1)).toMatchObject([{ text: winner }]);
    });

    test('committed at once with turns of other sessions has a result of its own', async () => {
      const [here, there] = [await deployed(store), await deployed(store)];
      const sessions = await Promise.all(
        Array.from({ length: 40 }, (_, index) => startedSession(store, index % 4 === 0 ? there : here)),
      );
      const message = (session: TurnSession, seq: number) =>
        store.turns.commit(turn(session, { events: [said(seq, session.id, 'm1')], clientMessageId: 'm1' }));
      const firsts = sessions.filter((_, index) => index % 3 > 0);
      await Promise.all(firsts.map((session) => message(session, 2)));
      const fresh = await Promise.all(
        sessions.map(async (session, index) => (index % 3 === 1 ? session : loaded(store, session.id))),
      );
      const gone = turn({ ...(await startedSession(store, here)), id: ids.next('ses') });
      const [ofGone, ...results] = await Promise.all([
        store.turns.commit(gone),
        ...fresh.map((session) => message(session, session.state.lastSeq + 1)),
      ]);
      expect(ofGone).toEqual({ kind: 'gone' });
      const committed = { kind: 'committed', revision: 1 };
      expect(results).toEqual(sessions.map((_, index) => (index % 3 === 0 ? committed : { kind: 'repeated', seq: 2 })));
      for (const session of sessions) {
        expect(await store.turns.eventsAfter(session, 1)).toMatchObject([{ seq: 2, text: session.id }]);
      }
    });

    test('knows a message it accepted before, whatever was read', async () => {
      const session = await startedSession(store, await deployed(store));
      const first = turn(session, { events: [said(2, 'hello', 'm1')], clientMessageId: 'm1' });
      await store.turns.commit(first);
      const again = (from: typeof session) =>
        store.turns.commit(turn(from, { events: [said(3, 'hello', 'm1')], clientMessageId: 'm1' }));
      expect(await again(session)).toEqual({ kind: 'repeated', seq: 2 });
      expect(await again(await loaded(store, session.id))).toEqual({ kind: 'repeated', seq: 2 });
      expect((await loaded(store, session.id)).revision).toBe(1);
    });

    test('takes the same client message id in another session', async () => {
      const place = await deployed(store);
      for (const session of [await startedSession(store, place), await startedSession(store, place)]) {
        const commit = turn(session, { events: [said(2, 'hello', 'm1')], clientMessageId: 'm1' });
        expect(await store.turns.commit(commit)).toEqual({ kind: 'committed', revision: 1 });
      }
    });

    test('finds its session gone', async () => {
      const place = await deployed(store);
      const session = await startedSession(store, place);
      await store.write(place.workspaceId, ({ deployments }) => deployments.remove(place.deployment.id));
      expect(await store.turns.commit(turn(session, { events: [said(2, 'x')] }))).toEqual({ kind: 'gone' });
    });

    test('reaches no session of another workspace', async () => {
      const session = await startedSession(store, await deployed(store));
      const { workspaceId } = await deployed(store);
      const foreign = { ...session, workspaceId };
      expect(await store.turns.commit(turn(foreign, { events: [said(2, 'x')] }))).toEqual({ kind: 'gone' });
      expect(await store.turns.eventsAfter(foreign, 0)).toEqual([]);
    });

    test('that ends the session has it judged and lets the token live for 30 days', async () => {
      const session = await startedSession(store, await deployed(store));
      const { workspaceId, id } = session;
      await store.turns.commit(turn(session, { state: endedState(session), evaluate: true, at: later(minute) }));
      expect((await loaded(store, id)).tokenExpiresAt).toEqual(later(minute + 30 * day));
      expect(await current().jobs()).toEqual([{ name: 'evaluateSession', payload: { workspaceId, sessionId: id } }]);

      const after = await loaded(store, id);
      await store.turns.commit(turn(after, { at: later(day) }));
      expect((await loaded(store, id)).tokenExpiresAt).toEqual(later(minute + 30 * day));
      const found = await store.read(workspaceId, ({ sessions }) => sessions.find(id));
      expect(found).toMatchObject({ status: 'ended', endReason: 'visitorLeft', endedAt: later(minute).toISOString() });
    });

    test('that starts and ends a session at once has it judged', async () => {
      const place = await deployed(store);
      const session = newSession(place, { evaluate: true });
      const state = { ...session.state, status: 'ended', endReason: 'flowFinished', inactiveAt: null } as const;
      await store.visits.startSession(place.workspaceId, { ...session, state });
      expect((await loaded(store, session.id)).tokenExpiresAt).toEqual(later(30 * day));
      expect(await current().jobs()).toHaveLength(1);
    });
  });

  describe('the inactivity sweep', () => {
    const inactive = (at: number, limit = 10) => store.turns.inactiveSessions(later(at), limit);

    test('finds a session from its deadline on', async () => {
      const session = await startedSession(store, await deployed(store));
      expect(await inactive(30 * minute - 1)).toEqual([]);
      expect(await inactive(30 * minute)).toEqual([session.id]);
      expect(await inactive(31 * minute)).toEqual([session.id]);
    });

    test('follows the deadline as turns move it, in either direction and to none', async () => {
      const session = await startedSession(store, await deployed(store));
      const move = async (deadline: number | null) => {
        const current = await loaded(store, session.id);
        const inactiveAt = deadline === null ? null : later(deadline * minute).toISOString();
        await store.turns.commit(turn(current, { state: { ...current.state, inactiveAt } }));
      };
      await move(60);
      expect(await inactive(45 * minute)).toEqual([]);
      expect(await inactive(60 * minute)).toEqual([session.id]);
      await move(null);
      expect(await inactive(90 * minute)).toEqual([]);
      await move(10);
      expect(await inactive(10 * minute)).toEqual([session.id]);
    });

    test('passes over ended sessions and takes no more than asked', async () => {
      const place = await deployed(store);
      const ended = await startedSession(store, place);
      await store.turns.commit(turn(ended, { state: endedState(ended) }));
      const open = [await startedSession(store, place), await startedSession(store, place)].map(({ id }) => id);
      expect((await inactive(day)).sort()).toEqual(open.sort());
      expect(await inactive(day, 1)).toHaveLength(1);
    });
  });
}

/** What is left of an event once it has been JSON. */
function plain<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value));
}
