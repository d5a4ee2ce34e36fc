import { beforeEach, describe, expect, test } from 'vitest';
import { emptyGraph, type FlowGraph } from '../../../../core/flow/graph.ts';
import type { Store } from '../../store/store.ts';
import { author, newDeployment, newFlow, newWorkspace, noon, publish } from './scenario.ts';
import type { CurrentStore } from './store-under-test.ts';

export function describeFlows(current: CurrentStore): void {
  describe('flows', () => {
    let store: Store;
    beforeEach(() => {
      store = current().store;
    });

    test('deployments and flows that call a flow are its uses', async () => {
      const workspaceId = await newWorkspace(store);
      const flowId = await newFlow(store, workspaceId);
      const byDraft = await newFlow(store, workspaceId, { name: 'By draft', graph: calling(flowId) });
      const byVersion = await newFlow(store, workspaceId, { name: 'By version', graph: calling(flowId) });
      await publish(store, workspaceId, byVersion);
      const emptied = { id: byVersion, revision: 1, content: { graph: emptyGraph() }, at: noon, by: author };
      await store.write(workspaceId, ({ flows }) => flows.saveDraft(emptied));
      await newFlow(store, workspaceId, { name: 'Unrelated', graph: calling('flw_other') });
      const { id } = await newDeployment(store, workspaceId, flowId);
      expect(await store.read(workspaceId, ({ flows }) => flows.usesOf(flowId))).toEqual([
        { kind: 'deployment', id, name: 'Website' },
        { kind: 'flow', id: byDraft, name: 'By draft' },
        { kind: 'flow', id: byVersion, name: 'By version' },
      ]);
    });

    test('a flow that calls itself is no use of itself', async () => {
      const workspaceId = await newWorkspace(store);
      const id = await newFlow(store, workspaceId);
      const change = { id, revision: 1, content: { graph: calling(id) }, at: noon, by: author };
      await store.write(workspaceId, ({ flows }) => flows.saveDraft(change));
      expect(await store.read(workspaceId, ({ flows }) => flows.usesOf(id))).toEqual([]);
    });
  });
}

function calling(flowId: string): FlowGraph {
  const { nodes } = emptyGraph();
  return { nodes: [...nodes, { id: 's', type: 'subflow', position: { x: 0, y: 0 }, data: { flowId } }], edges: [] };
}
