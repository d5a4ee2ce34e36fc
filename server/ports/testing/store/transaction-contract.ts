import { beforeEach, describe, expect, test } from 'vitest';
import { emptyGraph } from '../../../../core/flow/graph.ts';
import type { Store } from '../../store/store.ts';
import { author, ids, newFlow, newWorkspace, noon } from './scenario.ts';
import type { CurrentStore } from './store-under-test.ts';

export function describeTransactions(current: CurrentStore): void {
  describe('transactions', () => {
    let store: Store;
    beforeEach(() => {
      store = current().store;
    });

    const content = { graph: emptyGraph() };

    test('a write that throws leaves nothing behind', async () => {
      const workspaceId = await newWorkspace(store);
      const id = ids.next('flw');
      const failing = store.write(workspaceId, async ({ flows }) => {
        await flows.create({ id, name: 'Lost', content, at: noon, by: author });
        throw new Error('changed my mind');
      });
      await expect(failing).rejects.toThrow('changed my mind');
      expect(await store.read(workspaceId, ({ flows }) => flows.find(id))).toBeNull();
    });

    test('a write that swallowed a refusal of the database is not taken for done', async () => {
      const workspaceId = await newWorkspace(store);
      const id = await newFlow(store, workspaceId);
      const again = { id, name: 'Twice', content, at: noon, by: author };
      const swallowing = store.write(workspaceId, async ({ flows }) => {
        await flows.rename(id, 'Lost', noon);
        await flows.create(again).catch(() => undefined);
      });
      await expect(swallowing).rejects.toThrow();
      expect(await store.read(workspaceId, ({ flows }) => flows.find(id))).toMatchObject({ name: 'Support' });
    });
  });
}
