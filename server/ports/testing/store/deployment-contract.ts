import { beforeEach, describe, expect, test } from 'vitest';
import type { Outcome } from '../../../../core/goal/goal.ts';
import type { DeploymentRecord, DeploymentSearch } from '../../store/deployment-store.ts';
import type { Store } from '../../store/store.ts';
import {
  author,
  call,
  deployed,
  hour,
  later,
  loaded,
  newDeployment,
  newWorkspace,
  revisionId,
  served,
  settings,
  startedSession,
} from './scenario.ts';
import type { CurrentStore } from './store-under-test.ts';

export function describeDeployments(current: CurrentStore): void {
  describe('deployments', () => {
    let store: Store;
    beforeEach(() => {
      store = current().store;
    });

    const next = (change: Parameters<typeof settings>[0]) => ({
      id: revisionId(),
      settings: settings(change),
      changed: Object.keys(change ?? {}),
      at: later(1000),
      by: author,
    });

    test('a change makes a revision; the earlier ones stay readable', async () => {
      const { workspaceId, deployment } = await deployed(store);
      const change = next({ name: 'Shop', status: 'inactive' });
      const revised = await store.write(workspaceId, ({ deployments }) =>
        deployments.revise(deployment.id, 1, change, null),
      );
      expect(revised).toEqual({
        ...deployment,
        revision: 2,
        revisionId: change.id,
        settings: change.settings,
        updatedAt: later(1000).toISOString(),
      });
      await store.read(workspaceId, async ({ deployments }) => {
        expect(await deployments.find(deployment.id)).toEqual(revised);
        const { items } = await deployments.listRevisions(deployment.id, { limit: 10 });
        expect(items.map((item) => [item.revision, item.changed, item.by])).toEqual([
          [2, ['name', 'status'], author],
          [1, ['name'], author],
        ]);
        expect(await deployments.findRevision(deployment.id, 1)).toMatchObject({ settings: deployment.settings });
        expect(await deployments.findRevision(deployment.id, 3)).toBeNull();
      });
    });

    test('a change of an older revision is refused and adds nothing', async () => {
      const { workspaceId, deployment } = await deployed(store);
      const revise = (change: ReturnType<typeof next>) =>
        store.write(workspaceId, ({ deployments }) => deployments.revise(deployment.id, 1, change, null));
      await revise(next({ name: 'First' }));
      expect(await revise(next({ name: 'Second' }))).toEqual({ stale: true, revision: 2 });
      const found = await store.read(workspaceId, ({ deployments }) => deployments.find(deployment.id));
      expect(found?.settings.name).toBe('First');
    });

    test('changes under the lock merge one after the other', async () => {
      const { workspaceId, deployment } = await deployed(store);
      const add = (field: string) =>
        store.write(workspaceId, async ({ deployments }) => {
          const current = await deployments.lock(deployment.id);
          if (!current) throw new Error('gone');
          const change = next({ ...current.settings, [field]: true });
          return deployments.revise(current.id, current.revision, change, null);
        });
      await Promise.all(['a', 'b', 'c', 'd'].map(add));
      const found = await store.read(workspaceId, ({ deployments }) => deployments.find(deployment.id));
      expect(found).toMatchObject({ revision: 5, settings: { a: true, b: true, c: true, d: true } });
    });

    test('a deployment goes with its sessions, decisions, visits and revisions, and takes no others', async () => {
      const place = await deployed(store);
      const { workspaceId, flowId, deployment } = place;
      const kept = { ...place, deployment: await newDeployment(store, workspaceId, flowId) };
      await store.visits.recordDecision(workspaceId, served(deployment, { visitEndsAt: later(hour) }));
      const session = await startedSession(store, place, { effects: [call('e1')], evaluate: true });
      const other = await startedSession(store, kept);
      await store.write(workspaceId, async ({ sessions }) => {
        await sessions.saveEvaluation(session.id, { outcome: 'achieved', reason: '', by: 'flow' }, later(1), false);
      });

      expect(await store.write(workspaceId, ({ deployments }) => deployments.remove(deployment.id))).toBe(true);
      expect(await store.write(workspaceId, ({ deployments }) => deployments.remove(deployment.id))).toBe(false);
      expect(await store.turns.load(session.id)).toBeNull();
      expect(await store.turns.eventsAfter(session, 0)).toEqual([]);
      expect(await store.visits.contextByKey(deployment.key)).toBeNull();
      expect((await store.visits.listDecisions(workspaceId, deployment.id, { limit: 10 })).items).toEqual([]);
      expect((await store.turns.effectBacklog(later(hour))).waiting).toBe(0);
      expect(await loaded(store, other.id)).toEqual(other);
    });

    test('scheduled steps are due from their instant on, until the next revision', async () => {
      const { workspaceId, flowId } = await deployed(store);
      const { id } = await newDeployment(store, workspaceId, flowId, {}, later(hour));
      expect(await store.dueRamps(later(hour - 1), 10)).toEqual([]);
      expect(await store.dueRamps(later(hour), 10)).toEqual([{ workspaceId, deploymentId: id }]);
      await store.write(workspaceId, ({ deployments }) => deployments.revise(id, 1, next({}), later(2 * hour)));
      expect(await store.dueRamps(later(hour), 10)).toEqual([]);
      await store.write(workspaceId, ({ deployments }) => deployments.revise(id, 2, next({}), null));
      expect(await store.dueRamps(later(9 * hour), 10)).toEqual([]);
    });

    test('a list is narrowed by words of the name and by status', async () => {
      const { workspaceId, flowId } = await deployed(store);
      const named = async (name: string, status: string) => {
        const { id } = await newDeployment(store, workspaceId, flowId, { name, status });
        return id;
      };
      const shop = await named('Shop: checkout', 'active');
      const paused = await named('Shop window', 'inactive');
      const find = async (search: DeploymentSearch) => idsOf(await listed(workspaceId, search));
      expect(await find({ q: 'SHOP' })).toEqual([paused, shop]);
      expect(await find({ q: 'shop check' })).toEqual([shop]);
      expect(await find({ q: 'shop', status: 'inactive' })).toEqual([paused]);
      expect(await find({ q: 'hop' })).toEqual([]);
      await store.write(workspaceId, ({ deployments }) =>
        deployments.revise(shop, 1, next({ name: 'Cart', status: 'inactive' }), null),
      );
      expect(await find({ q: 'shop' })).toEqual([paused]);
      expect(await find({ q: 'cart', status: 'inactive' })).toEqual([shop]);
    });

    test('a list is ordered by name, by sessions and by success, page after page', async () => {
      const place = await deployed(store);
      const { workspaceId, flowId } = place;
      const names = ['beta', 'Alpha', 'gamma', 'Alpha', 'delta'];
      const made: DeploymentRecord[] = [];
      for (const name of names) made.push(await newDeployment(store, workspaceId, flowId, { name }));
      const [beta, alpha, gamma, otherAlpha, delta] = made.map(({ id }) => id);
      const talk = async (deployment: DeploymentRecord | undefined, outcomes: Outcome['outcome'][], at = later(0)) => {
        for (const outcome of outcomes) {
          const session = await startedSession(store, { ...place, deployment: must(deployment) }, { at });
          const judged = { outcome, reason: '', by: 'member' } as const;
          await store.write(workspaceId, ({ sessions }) => sessions.saveEvaluation(session.id, judged, at, false));
        }
      };
      await talk(made[0], ['achieved', 'notAchieved', 'notAchieved', 'tooShort']);
      await talk(made[2], ['achieved']);
      await talk(made[4], ['unjudged', 'unjudged']);
      await talk(made[1], ['achieved', 'achieved'], later(-2 * hour));

      const since = later(-hour);
      const website = place.deployment.id;
      for (const limit of [10, 4, 3, 2, 1]) {
        const inOrder = async (order: DeploymentSearch['order']) => idsOf(await listed(workspaceId, { order }, limit));
        expect(await inOrder(undefined)).toEqual([delta, otherAlpha, gamma, alpha, beta, website]);
        expect(await inOrder({ by: 'name' })).toEqual([alpha, otherAlpha, beta, delta, gamma, website]);
        expect(await inOrder({ by: 'sessions', since })).toEqual([beta, delta, gamma, otherAlpha, alpha, website]);
        expect(await inOrder({ by: 'success', since })).toEqual([gamma, beta, delta, otherAlpha, alpha, website]);
      }
      const search = { q: 'alpha', status: 'active', order: { by: 'sessions', since: later(-3 * hour) } } as const;
      expect(idsOf(await listed(workspaceId, search, 1))).toEqual([alpha, otherAlpha]);
    });

    /** Every page of a list. */
    async function listed(workspaceId: string, search: DeploymentSearch, limit = 10): Promise<DeploymentRecord[]> {
      const all: DeploymentRecord[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = { limit, cursor };
        const { items, nextCursor } = await store.read(workspaceId, ({ deployments }) =>
          deployments.list(page, search),
        );
        all.push(...items);
        if (nextCursor === null) return all;
        cursor = nextCursor;
      }
    }

    test('another workspace neither reads, locks nor removes a deployment', async () => {
      const { deployment } = await deployed(store);
      const other = await newWorkspace(store);
      await store.write(other, async ({ deployments }) => {
        expect(await deployments.find(deployment.id)).toBeNull();
        expect(await deployments.lock(deployment.id)).toBeNull();
        expect(await deployments.remove(deployment.id)).toBe(false);
        expect((await deployments.list({ limit: 10 })).items).toEqual([]);
        expect((await deployments.listRevisions(deployment.id, { limit: 10 })).items).toEqual([]);
      });
      expect(await store.visits.contextById(other, deployment.id)).toBeNull();
    });
  });
}

function idsOf(deployments: readonly DeploymentRecord[]): string[] {
  return deployments.map(({ id }) => id);
}

function must<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('It was made above.');
  return value;
}
