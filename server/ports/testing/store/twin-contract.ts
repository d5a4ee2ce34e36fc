import { beforeEach, describe, expect, test } from 'vitest';
import { emptyGraph } from '../../../../core/flow/graph.ts';
import { emptyTwin } from '../../../../core/twin/twin.ts';
import type { Store } from '../../store/store.ts';
import { author, ids, newFlow, newWorkspace, noon } from './scenario.ts';
import type { CurrentStore } from './store-under-test.ts';

export function describeTwins(current: CurrentStore): void {
  describe('twins', () => {
    let store: Store;
    let workspaceId: string;
    const twinId = ids.next('twn');
    beforeEach(async () => {
      store = current().store;
      workspaceId = await newWorkspace(store);
      const twin = { id: twinId, name: 'Ada', content: emptyTwin('Ada'), at: noon, by: author };
      await store.write(workspaceId, ({ twins }) => twins.create(twin));
    });

    test('versions of a twin are no versions of a flow', async () => {
      const content = { graph: emptyGraph(), subflows: {} };
      const version = { id: ids.next('ver'), subjectId: twinId, content, note: null, at: noon, by: author };
      await store.write(workspaceId, ({ twins }) => twins.publish(version));
      await store.read(workspaceId, async ({ twins, flows }) => {
        expect(await twins.newestVersion(twinId)).toMatchObject({ number: 1 });
        expect(await flows.newestVersion(twinId)).toBeNull();
      });
    });

    test('uses are the flows whose draft calls it', async () => {
      const position = { x: 0, y: 0 };
      const graph = { nodes: [{ id: 't', type: 'twin' as const, position, data: { twinId } }], edges: [] };
      const flowId = await newFlow(store, workspaceId, { name: 'Triage', graph });
      const uses = await store.read(workspaceId, ({ twins }) => twins.usesOf(twinId));
      expect(uses).toEqual([{ kind: 'flow', id: flowId, name: 'Triage' }]);
    });
  });
}
