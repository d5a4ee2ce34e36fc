import { beforeEach, describe, expect, test } from 'vitest';
import { emptyGraph, type FlowGraph } from '../../../../core/flow/graph.ts';
import { BadCursor } from '../../store/common.ts';
import type { Store } from '../../store/store.ts';
import { author, ids, later, newDeployment, newFlow, newWorkspace, noon, publish } from './scenario.ts';
import type { CurrentStore } from './store-under-test.ts';

export function describeFlows(current: CurrentStore): void {
  describe('flows', () => {
    let store: Store;
    beforeEach(() => {
      store = current().store;
    });

    test('a new flow has draft revision 1 and no version', async () => {
      const workspaceId = await newWorkspace(store);
      const id = await newFlow(store, workspaceId, { name: 'Triage' });
      const flow = await store.read(workspaceId, ({ flows }) => flows.find(id));
      expect(flow).toEqual({
        id,
        name: 'Triage',
        createdAt: noon.toISOString(),
        updatedAt: noon.toISOString(),
        draftRevision: 1,
        newestVersion: null,
        draft: { revision: 1, graph: emptyGraph(), updatedAt: noon.toISOString(), updatedBy: author },
      });
    });

    test('a draft is saved at the revision that was read, and refused at an older one', async () => {
      const workspaceId = await newWorkspace(store);
      const flowId = await newFlow(store, workspaceId);
      const save = (revision: number, graph: FlowGraph) =>
        store.write(workspaceId, ({ flows }) =>
          flows.saveDraft({ flowId, revision, graph, at: later(1000), by: author }),
        );
      expect(await save(1, calling('flw_other'))).toEqual({ stale: false, revision: 2 });
      expect(await save(1, emptyGraph())).toEqual({ stale: true, revision: 2 });
      const flow = await store.read(workspaceId, ({ flows }) => flows.find(flowId));
      expect(flow).toMatchObject({ updatedAt: later(1000).toISOString(), draft: { graph: calling('flw_other') } });
    });

    test('of two saves at once one is refused', async () => {
      const workspaceId = await newWorkspace(store);
      const flowId = await newFlow(store, workspaceId);
      const results = await Promise.all(
        [1, 2, 3].map(() =>
          store.write(workspaceId, ({ flows }) =>
            flows.saveDraft({ flowId, revision: 1, graph: emptyGraph(), at: noon, by: author }),
          ),
        ),
      );
      expect(results.filter((result) => result?.stale === false)).toHaveLength(1);
    });

    test('saving the draft of a flow that is not there says so', async () => {
      const workspaceId = await newWorkspace(store);
      const change = { flowId: 'flw_none', revision: 1, graph: emptyGraph(), at: noon, by: author };
      expect(await store.write(workspaceId, ({ flows }) => flows.saveDraft(change))).toBeNull();
    });

    test('versions are numbered without gaps, also when many publish at once', async () => {
      const workspaceId = await newWorkspace(store);
      const flowId = await newFlow(store, workspaceId);
      const published = await Promise.all([1, 2, 3, 4, 5].map(() => publish(store, workspaceId, flowId)));
      expect(published.map((version) => version.number).sort()).toEqual([1, 2, 3, 4, 5]);
      const flow = await store.read(workspaceId, ({ flows }) => flows.find(flowId));
      expect(flow?.newestVersion).toBe(5);
    });

    test('the lock of a draft shows what its last holder published', async () => {
      const workspaceId = await newWorkspace(store);
      const flowId = await newFlow(store, workspaceId);
      const lockAndPublish = () =>
        store.write(workspaceId, async ({ flows }) => {
          const flow = await flows.lockDraft(flowId);
          const content = { graph: emptyGraph(), subflows: {} };
          const what = { id: ids.next('ver'), flowId, content, note: null, at: noon, by: author };
          return [flow?.newestVersion ?? 0, (await flows.publish(what)).number];
        });
      const seen = await Promise.all([1, 2, 3, 4].map(lockAndPublish));
      expect(seen.sort()).toEqual([
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 4],
      ]);
    });

    test('a version keeps its content and the name the flow had', async () => {
      const workspaceId = await newWorkspace(store);
      const flowId = await newFlow(store, workspaceId, { name: 'Before' });
      const { id } = await publish(store, workspaceId, flowId);
      await store.write(workspaceId, async ({ flows }) => {
        await flows.rename(flowId, 'After', later(1));
        await flows.saveDraft({ flowId, revision: 1, graph: calling('flw_other'), at: later(1), by: author });
      });
      const expected = { id, flowId, number: 1, name: 'Before', graph: emptyGraph(), subflows: {}, createdBy: author };
      await store.read(workspaceId, async ({ flows }) => {
        expect(await flows.contentOf(id)).toEqual({ graph: expected.graph, subflows: expected.subflows });
        expect(await flows.findVersion(flowId, 1)).toMatchObject(expected);
        expect(await flows.newestVersion(flowId)).toMatchObject(expected);
        expect(await flows.findVersion(flowId, 2)).toBeNull();
      });
    });

    test('lists come newest first, page by page, and stay in step while rows are added', async () => {
      const workspaceId = await newWorkspace(store);
      const made: string[] = [];
      for (const second of [1, 2, 2, 3]) made.unshift(await newFlow(store, workspaceId, { at: later(second * 1000) }));
      const page = (cursor?: string) => store.read(workspaceId, ({ flows }) => flows.list({ limit: 3, cursor }));
      const first = await page();
      await newFlow(store, workspaceId, { at: later(9000) });
      const second = await page(first.nextCursor ?? '');
      expect([...first.items, ...second.items].map((flow) => flow.id)).toEqual(made);
      expect(second.nextCursor).toBeNull();
    });

    test.each([
      '',
      'nonsense',
      encoded(['2026', 'x']),
      encoded(['2026-03-01T12:00:00.000Z']),
      encoded({}),
      encoded([1, 2]),
    ])('the cursor %j is refused', async (cursor) => {
      const workspaceId = await newWorkspace(store);
      const list = store.read(workspaceId, ({ flows }) => flows.list({ limit: 3, cursor }));
      await expect(list).rejects.toBeInstanceOf(BadCursor);
    });

    test('deployments and flows that call a flow are its uses', async () => {
      const workspaceId = await newWorkspace(store);
      const flowId = await newFlow(store, workspaceId);
      const byDraft = await newFlow(store, workspaceId, { name: 'By draft', graph: calling(flowId) });
      const byVersion = await newFlow(store, workspaceId, { name: 'By version', graph: calling(flowId) });
      await publish(store, workspaceId, byVersion);
      await store.write(workspaceId, ({ flows }) =>
        flows.saveDraft({ flowId: byVersion, revision: 1, graph: emptyGraph(), at: noon, by: author }),
      );
      await newFlow(store, workspaceId, { name: 'Unrelated', graph: calling('flw_other') });
      const { id } = await newDeployment(store, workspaceId, flowId);
      expect(await store.read(workspaceId, ({ flows }) => flows.usesOf(flowId))).toEqual([
        { kind: 'deployment', id, name: 'Website' },
        { kind: 'flow', id: byDraft, name: 'By draft' },
        { kind: 'flow', id: byVersion, name: 'By version' },
      ]);
    });

    test('a flow is removed with its versions', async () => {
      const workspaceId = await newWorkspace(store);
      const flowId = await newFlow(store, workspaceId);
      const { id } = await publish(store, workspaceId, flowId);
      expect(await store.write(workspaceId, ({ flows }) => flows.remove(flowId))).toBe(true);
      expect(await store.write(workspaceId, ({ flows }) => flows.remove(flowId))).toBe(false);
      expect(await store.read(workspaceId, ({ flows }) => flows.contentOf(id))).toBeNull();
    });

    test('a write that throws leaves nothing behind', async () => {
      const workspaceId = await newWorkspace(store);
      const id = ids.next('flw');
      const failing = store.write(workspaceId, async ({ flows }) => {
        await flows.create({ id, name: 'Lost', graph: emptyGraph(), at: noon, by: author });
        throw new Error('changed my mind');
      });
      await expect(failing).rejects.toThrow('changed my mind');
      expect(await store.read(workspaceId, ({ flows }) => flows.find(id))).toBeNull();
    });

    test('a write that swallowed a refusal of the database is not taken for done', async () => {
      const workspaceId = await newWorkspace(store);
      const id = await newFlow(store, workspaceId);
      const again = { id, name: 'Twice', graph: emptyGraph(), at: noon, by: author };
      const swallowing = store.write(workspaceId, async ({ flows }) => {
        await flows.rename(id, 'Lost', noon);
        await flows.create(again).catch(() => undefined);
      });
      await expect(swallowing).rejects.toThrow();
      expect(await store.read(workspaceId, ({ flows }) => flows.find(id))).toMatchObject({ name: 'Support' });
    });

    test('another workspace neither reads nor changes a flow', async () => {
      const workspaceId = await newWorkspace(store);
      const flowId = await newFlow(store, workspaceId);
      const { id } = await publish(store, workspaceId, flowId);
      const other = await newWorkspace(store);
      await store.write(other, async ({ flows }) => {
        expect(await flows.find(flowId)).toBeNull();
        expect(await flows.contentOf(id)).toBeNull();
        expect(await flows.newestVersion(flowId)).toBeNull();
        expect(await flows.rename(flowId, 'Mine', noon)).toBe(false);
        expect(await flows.remove(flowId)).toBe(false);
        expect((await flows.list({ limit: 10 })).items).toEqual([]);
      });
      expect(await store.read(workspaceId, ({ flows }) => flows.find(flowId))).toMatchObject({ name: 'Support' });
    });
  });
}

function calling(flowId: string): FlowGraph {
  const { nodes } = emptyGraph();
  return { nodes: [...nodes, { id: 's', type: 'subflow', position: { x: 0, y: 0 }, data: { flowId } }], edges: [] };
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
