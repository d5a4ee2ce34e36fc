import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../store/store.ts';
import { browser, contextOf, day, deployed, hour, later, noon, served, startedSession } from './scenario.ts';
import type { CurrentStore } from './store-under-test.ts';

export function describeDecisions(current: CurrentStore): void {
  let store: Store;
  beforeEach(() => {
    store = current().store;
  });

  describe('recorded decisions', () => {
    test('come newest first, all or of one key, with the session that began', async () => {
      const place = await deployed(store);
      const { workspaceId, deployment } = place;
      const first = served(deployment, { at: later(1) });
      const second = served(deployment, { at: later(2), unitKey: 'browser-2' });
      const third = served(deployment, {
        at: later(3),
        decision: { ...first.decision, group: 'VIP', percentage: 12.34 },
      });
      for (const decision of [first, second, third]) await store.visits.recordDecision(workspaceId, decision);
      const session = await startedSession(store, place, { decisionId: first.id });
      const list = (unitKey?: string, cursor?: string) =>
        store.visits.listDecisions(workspaceId, deployment.id, { unitKey, limit: 2, cursor });
      const page = await list();
      expect(page.items.map((item) => item.id)).toEqual([third.id, second.id]);
      expect((await list(undefined, page.nextCursor ?? '')).items).toEqual([
        {
          id: first.id,
          at: later(1).toISOString(),
          unitKey: 'browser-1',
          serve: true,
          reason: 'SERVED',
          bucket: 120,
          percentage: 50,
          hashVersion: 1,
          group: null,
          version: 1,
          revision: 1,
          sessionId: session.id,
          attributes: { page: { path: '/pricing' } },
        },
      ]);
      const { items } = await list('browser-1');
      expect(items).toMatchObject([
        { id: third.id, group: 'VIP', percentage: 12.34, sessionId: null },
        { id: first.id },
      ]);
    });

    test('give each recent visitor once, with the newest attributes', async () => {
      const { workspaceId, deployment } = await deployed(store);
      const seen = (unitKey: string, minute: number) =>
        store.visits.recordDecision(
          workspaceId,
          served(deployment, { unitKey, at: later(minute), attributes: { page: { minute } } }),
        );
      for (const [unitKey, minute] of [
        ['a', 1],
        ['b', 2],
        ['a', 3],
        ['c', 4],
      ] as const)
        await seen(unitKey, minute);
      expect(await store.visits.recentVisitors(workspaceId, deployment.id, 2)).toEqual([
        { unitKey: 'c', attributes: { page: { minute: 4 } } },
        { unitKey: 'a', attributes: { page: { minute: 3 } } },
      ]);
    });

    test('lose their attributes and ended visits are forgotten when their time is over', async () => {
      const place = await deployed(store);
      const { workspaceId, deployment } = place;
      const draw = { bucket: 120, percentage: 50 };
      const old = served(deployment, { visitEndsAt: later(hour) });
      const recent = served(deployment, {
        unitKey: 'b',
        at: later(day),
        visitEndsAt: later(2 * day),
      });
      for (const decision of [old, recent]) await store.visits.recordDecision(workspaceId, decision);
      const before = { decisionAttributes: later(1), remembered: later(day) };
      expect(await store.forget(before, 1000)).toBe(2);
      expect(await store.forget(before, 1000)).toBe(0);
      const { items } = await store.visits.listDecisions(workspaceId, deployment.id, { limit: 10 });
      expect(items).toMatchObject([
        { id: recent.id, attributes: recent.attributes },
        { id: old.id, attributes: null },
      ]);
      const context = await contextOf(store, place);
      expect((await store.visits.findVisit(context, browser, noon)).draw).toBeNull();
      const other = await store.visits.findVisit(context, { namespace: 'visitor', key: 'b' }, later(day));
      expect(other.draw).toEqual(draw);
    });

    test('are forgotten no more at a time than asked', async () => {
      const { workspaceId, deployment } = await deployed(store);
      for (let index = 0; index < 3; index += 1) await store.visits.recordDecision(workspaceId, served(deployment));
      const before = { decisionAttributes: later(1), remembered: noon };
      for (const forgotten of [2, 1, 0]) expect(await store.forget(before, 2)).toBe(forgotten);
    });
  });
}
