import { beforeEach, describe, expect, test } from 'vitest';
import type { Outcome } from '../../../../core/goal/goal.ts';
import type { SessionEvent } from '../../../../core/session/session-event.ts';
import type { NodeTally, SessionRollup } from '../../store/rollup-store.ts';
import type { Store } from '../../store/store.ts';
import type { TurnSession } from '../../store/turn-store.ts';
import {
  activeState,
  type Deployed,
  deployed,
  endedState,
  hour,
  later,
  newDeployment,
  newWorkspace,
  publish,
  started,
  startedSession,
  turn,
} from './scenario.ts';
import type { CurrentStore } from './store-under-test.ts';

const day = 24 * hour;
const no = { sessions: 0, achieved: 0, notAchieved: 0, unclear: 0, unjudged: 0, tooShort: 0 };
const noEnds = {
  visitorLeft: 0,
  flowFinished: 0,
  inactivity: 0,
  handedOff: 0,
  ownerClosed: 0,
  failed: 0,
  limitReached: 0,
};

export function describeRollups(current: CurrentStore): void {
  describe('rollups', () => {
    let store: Store;
    beforeEach(() => {
      store = current().store;
    });

    const count = (
      workspaceId: string,
      change: { deployment?: string; from?: Date; to?: Date; timeZone?: string } = {},
    ) =>
      store.read(workspaceId, ({ rollups }) =>
        rollups.sessions({ from: later(-day), to: later(2 * day), timeZone: 'UTC', ...change }),
      );
    const total = async (place: Deployed): Promise<SessionRollup['total']> => (await count(place.workspaceId)).total;
    const end = (session: TurnSession, events: SessionEvent[] = []) =>
      store.turns.commit(turn(session, { state: endedState(session), events, at: later(1) }));
    const judge = (place: Deployed, id: string, outcome: Outcome['outcome'], replace = false) =>
      store.write(place.workspaceId, ({ sessions }) =>
        sessions.saveEvaluation(id, { outcome, reason: '', by: 'member' }, later(2), replace),
      );

    test('count a session when it starts, ends and is judged, and move a changed verdict', async () => {
      const place = await deployed(store);
      expect(await total(place)).toEqual({ ...no, endReasons: noEnds });
      const session = await startedSession(store, place);
      expect(await total(place)).toEqual({ ...no, sessions: 1, endReasons: noEnds });
      await end(session);
      const endReasons = { ...noEnds, visitorLeft: 1 };
      expect(await total(place)).toEqual({ ...no, sessions: 1, endReasons });
      await judge(place, session.id, 'unjudged');
      expect(await total(place)).toEqual({ ...no, sessions: 1, unjudged: 1, endReasons });
      await judge(place, session.id, 'achieved', true);
      expect(await total(place)).toEqual({ ...no, sessions: 1, achieved: 1, endReasons });
      await judge(place, session.id, 'achieved', true);
      await judge(place, session.id, 'unclear', false);
      expect(await total(place)).toEqual({ ...no, sessions: 1, achieved: 1, endReasons });
    });

    test('are not touched by a turn after the end', async () => {
      const place = await deployed(store);
      const session = await startedSession(store, place);
      await end(session);
      const ended = await store.turns.load(session.id);
      if (!ended) throw new Error('the session is gone');
      await store.turns.commit(turn(ended, { at: later(2) }));
      expect((await total(place)).endReasons).toEqual({ ...noEnds, visitorLeft: 1 });
    });

    test('count a session that ends as it starts', async () => {
      const place = await deployed(store);
      const state = { ...activeState('any'), status: 'ended', endReason: 'flowFinished' } as const;
      await startedSession(store, place, { state, events: [started(), entered(2, 'start')] });
      expect(await total(place)).toEqual({ ...no, sessions: 1, endReasons: { ...noEnds, flowFinished: 1 } });
      expect(await funnel(place)).toEqual({
        sessions: 1,
        nodes: [{ nodeId: 'start', flowId: null, entered: 1, ended: 1 }],
      });
    });

    test('leave test sessions out', async () => {
      const place = await deployed(store);
      const session = await startedSession(store, place, { kind: 'test' });
      await end(session, [entered(2, 'start')]);
      await judge(place, session.id, 'achieved');
      expect(await total(place)).toEqual({ ...no, endReasons: noEnds });
      expect(await funnel(place)).toEqual({ sessions: 0, nodes: [] });
    });

    test('count every session of many that start and end at once', async () => {
      const place = await deployed(store);
      const sessions = await Promise.all(Array.from({ length: 40 }, () => startedSession(store, place)));
      await Promise.all(sessions.map((session) => end(session, [entered(2, 'b'), entered(3, 'a')])));
      await Promise.all(sessions.map((session) => judge(place, session.id, 'achieved')));
      await store.mergeCounters(50);
      const all = await total(place);
      expect(all).toMatchObject({ sessions: 40, achieved: 40, endReasons: { visitorLeft: 40 } });
      expect(await funnel(place)).toEqual({
        sessions: 40,
        nodes: [
          { nodeId: 'a', flowId: null, entered: 40, ended: 40 },
          { nodeId: 'b', flowId: null, entered: 40, ended: 0 },
        ],
      });
    });

    test('stay the same when their rows are merged, at once on several nodes, again and again', async () => {
      const place = await deployed(store);
      const begin = async () => {
        const sessions = await Promise.all(Array.from({ length: 5 }, () => startedSession(store, place)));
        for (const session of sessions) await end(session, [entered(2, 'start')]);
        for (const { id } of sessions) await judge(place, id, 'achieved');
        return sessions;
      };
      const [first] = await begin();
      await Promise.all([store.mergeCounters(7), store.mergeCounters(7), store.mergeCounters(100)]);
      await begin();
      if (first) await judge(place, first.id, 'unclear', true);
      while ((await store.mergeCounters(3)) > 0);
      expect(await total(place)).toMatchObject({
        sessions: 10,
        achieved: 9,
        unclear: 1,
        endReasons: { visitorLeft: 10 },
      });
      expect(await funnel(place)).toMatchObject({ sessions: 10, nodes: [{ entered: 10, ended: 10 }] });
    });

    test('tell days of the time zone, versions and modes apart', async () => {
      const place = await deployed(store);
      const { workspaceId, flowId } = place;
      const second = { ...place, version: await publish(store, workspaceId, flowId) };
      await startedSession(store, place, { at: later(0) });
      await startedSession(store, second, { at: later(11 * hour), state: activeState('any', { mode: 'video' }) });
      await startedSession(store, second, { at: later(12 * hour) });
      const { days, versions, modes } = await count(workspaceId);
      expect(days.map(({ day, sessions }) => [day, sessions])).toEqual([
        ['2026-03-01', 2],
        ['2026-03-02', 1],
      ]);
      const subject = { kind: 'flow', id: flowId, name: 'Support' };
      expect(versions).toEqual([
        expect.objectContaining({ subject, number: 2, sessions: 2 }),
        expect.objectContaining({ subject, number: 1, sessions: 1 }),
      ]);
      expect(modes.map(({ mode, sessions }) => [mode, sessions])).toEqual([
        ['chat', 2],
        ['video', 1],
      ]);
      const vienna = await count(workspaceId, { timeZone: 'Europe/Vienna' });
      expect(vienna.days.map(({ day, sessions }) => [day, sessions])).toEqual([
        ['2026-03-01', 1],
        ['2026-03-02', 2],
      ]);
    });

    test('are confined to a span of hours, a deployment and a workspace', async () => {
      const place = await deployed(store);
      const { workspaceId, flowId } = place;
      const other = { ...place, deployment: await newDeployment(store, workspaceId, flowId) };
      await startedSession(store, place, { at: later(hour - 1) });
      await startedSession(store, other, { at: later(hour) });
      const counted = async (change: Parameters<typeof count>[1]) => (await count(workspaceId, change)).total.sessions;
      expect(await counted({})).toBe(2);
      expect(await counted({ deployment: other.deployment.id })).toBe(1);
      expect(await counted({ to: later(hour) })).toBe(1);
      expect(await counted({ from: later(hour) })).toBe(1);
      expect(await counted({ from: later(2 * hour) })).toBe(0);
      expect((await count(await newWorkspace(store))).total.sessions).toBe(0);
    });

    test('a node counts once for a session, and the last one is where it ended', async () => {
      const place = await deployed(store);
      const loop = await startedSession(store, place);
      await end(loop, [entered(2, 'start'), entered(3, 'ask'), entered(4, 'inner', 'flw_sub'), entered(5, 'ask')]);
      const short = await startedSession(store, place, { at: later(day) });
      await end(short, [entered(2, 'start'), entered(3, 'inner')]);
      const running = await startedSession(store, place);
      await store.turns.commit(turn(running, { events: [entered(2, 'start')] }));
      const expected: NodeTally[] = [
        { nodeId: 'start', flowId: null, entered: 2, ended: 0 },
        { nodeId: 'ask', flowId: null, entered: 1, ended: 1 },
        { nodeId: 'inner', flowId: null, entered: 1, ended: 1 },
        { nodeId: 'inner', flowId: 'flw_sub', entered: 1, ended: 0 },
      ];
      expect(await funnel(place)).toEqual({ sessions: 2, nodes: expected });
      expect(await funnel(place, { firstDay: '2026-03-02' })).toMatchObject({ sessions: 1 });
      expect(await funnel(place, { lastDay: '2026-03-01' })).toMatchObject({ sessions: 1 });
      expect(await funnel(place, { lastDay: '2026-02-28' })).toEqual({ sessions: 0, nodes: [] });
      expect(await funnel(place, { deployment: 'dep_none' })).toEqual({ sessions: 0, nodes: [] });
    });

    test('go with their deployment', async () => {
      const place = await deployed(store);
      await end(await startedSession(store, place), [entered(2, 'start')]);
      await store.write(place.workspaceId, ({ deployments }) => deployments.remove(place.deployment.id));
      expect((await total(place)).sessions).toBe(0);
      expect(await funnel(place)).toEqual({ sessions: 0, nodes: [] });
    });

    test('tell of a deployment which version it serves and how its recent sessions went', async () => {
      const place = await deployed(store);
      const { workspaceId, flowId, deployment } = place;
      const pinned = await newDeployment(store, workspaceId, flowId, { versionPolicy: { kind: 'pinned', number: 1 } });
      const missing = await newDeployment(store, workspaceId, flowId, { versionPolicy: { kind: 'pinned', number: 9 } });
      await publish(store, workspaceId, flowId);
      for (const outcome of ['achieved', 'notAchieved', 'unclear', 'unjudged', 'tooShort'] as const) {
        await judge(place, (await startedSession(store, place)).id, outcome);
      }
      await startedSession(store, place, { at: later(-2 * hour) });
      const standings = await store.read(workspaceId, ({ deployments }) =>
        deployments.standings([deployment.id, pinned.id, missing.id], later(0)),
      );
      const none = { sessions: 0, achieved: 0, judged: 0 };
      expect(new Map(standings.map(({ id, ...standing }) => [id, standing]))).toEqual(
        new Map<string, object>([
          [deployment.id, { subjectName: 'Support', servedVersion: 2, stats: { sessions: 5, achieved: 1, judged: 3 } }],
          [pinned.id, { subjectName: 'Support', servedVersion: 1, stats: none }],
          [missing.id, { subjectName: 'Support', servedVersion: null, stats: none }],
        ]),
      );
      const other = await newWorkspace(store);
      expect(await store.read(other, ({ deployments }) => deployments.standings([deployment.id], later(0)))).toEqual(
        [],
      );
    });

    function funnel(
      { workspaceId, version }: Deployed,
      change: { firstDay?: string; lastDay?: string; deployment?: string } = {},
    ) {
      return store.read(workspaceId, ({ rollups }) => rollups.nodes({ versionId: version.id, ...change }));
    }
  });
}

function entered(seq: number, nodeId: string, flowId?: string): SessionEvent {
  return { type: 'nodeEntered', seq, at: later(0).toISOString(), nodeId, flowId, nodeType: 'message' };
}
