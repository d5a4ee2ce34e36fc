import { beforeEach, describe, expect, test } from 'vitest';
import { emptyTwin } from '../../../../core/twin/twin.ts';
import type { Store } from '../../store/store.ts';
import { author, ids, later, newFlow, newWorkspace, noon } from './scenario.ts';
import type { CurrentStore } from './store-under-test.ts';

export function describeTwins(current: CurrentStore): void {
  describe('twins', () => {
    let store: Store;
    let workspaceId: string;
    beforeEach(async () => {
      store = current().store;
      workspaceId = await newWorkspace(store);
    });

    const content = emptyTwin('Ada');
    const create = async (name = 'Ada') => {
      const id = ids.next('twn');
      await store.write(workspaceId, ({ twins }) => twins.create({ id, name, content, at: noon, by: author }));
      return id;
    };
    const publish = (twinId: string) =>
      store.write(workspaceId, ({ twins }) =>
        twins.publish({
          id: ids.next('ver'),
          twinId,
          content: {
            graph: { nodes: [], edges: [] },
            subflows: {},
            twins: { [twinId]: { ...content, name: 'Ada', number: 1 } },
            sources: { src_1: 3 },
          },
          note: null,
          at: noon,
          by: author,
        }),
      );

    test('a new twin has draft revision 1 and no version', async () => {
      const id = await create();
      expect(await store.read(workspaceId, ({ twins }) => twins.find(id))).toEqual({
        id,
        name: 'Ada',
        createdAt: noon.toISOString(),
        updatedAt: noon.toISOString(),
        draftRevision: 1,
        newestVersion: null,
        draft: { ...content, revision: 1, updatedAt: noon.toISOString(), updatedBy: author },
      });
    });

    test('a draft is saved at the revision that was read, and refused at an older one', async () => {
      const twinId = await create();
      const save = (revision: number, bio: string) =>
        store.write(workspaceId, ({ twins }) =>
          twins.saveDraft({
            twinId,
            revision,
            content: { ...content, persona: { ...content.persona, bio } },
            at: later(1000),
            by: author,
          }),
        );
      expect(await save(1, 'first')).toEqual({ stale: false, revision: 2 });
      expect(await save(1, 'second')).toEqual({ stale: true, revision: 2 });
      const twin = await store.read(workspaceId, ({ twins }) => twins.find(twinId));
      expect(twin?.draft.persona.bio).toBe('first');
      const gone = { twinId: 'twn_none', revision: 1, content, at: noon, by: author };
      expect(await store.write(workspaceId, ({ twins }) => twins.saveDraft(gone))).toBeNull();
    });

    test('versions are numbered, keep what they carry, and are no versions of a flow', async () => {
      const twinId = await create();
      const first = await publish(twinId);
      const second = await publish(twinId);
      expect([first.number, second.number]).toEqual([1, 2]);
      await store.read(workspaceId, async ({ twins, flows }) => {
        expect(await twins.findVersion(twinId, 1)).toMatchObject({ twinId, name: 'Ada', sources: { src_1: 3 } });
        expect(await twins.newestVersion(twinId)).toMatchObject({ number: 2 });
        expect((await twins.listVersions(twinId, { limit: 10 })).items.map(({ number }) => number)).toEqual([2, 1]);
        expect(await flows.newestVersion(twinId)).toBeNull();
        expect(await flows.contentOf(first.id)).toMatchObject({ sources: { src_1: 3 } });
      });
    });

    test('uses are the flows whose draft calls it', async () => {
      const twinId = await create();
      const flowId = await newFlow(store, workspaceId, { name: 'Triage' });
      const position = { x: 0, y: 0 };
      await store.write(workspaceId, ({ flows }) =>
        flows.saveDraft({
          flowId,
          revision: 1,
          graph: { nodes: [{ id: 't', type: 'twin', position, data: { twinId } }], edges: [] },
          at: noon,
          by: author,
        }),
      );
      const uses = await store.read(workspaceId, ({ twins }) => twins.usesOf(twinId));
      expect(uses).toEqual([{ kind: 'flow', id: flowId, name: 'Triage' }]);
    });

    test('are listed newest first, renamed and removed, and seen by no other workspace', async () => {
      const one = await create('One');
      const two = await create('Two');
      await store.write(workspaceId, ({ twins }) => twins.rename(two, 'Zwei', later(1)));
      const names = async (workspace: string) =>
        (await store.read(workspace, ({ twins }) => twins.list({ limit: 10 }))).items.map(({ name }) => name);
      expect(await names(workspaceId)).toEqual(['Zwei', 'One']);
      const other = await newWorkspace(store);
      expect(await names(other)).toEqual([]);
      await store.write(other, async ({ twins }) => {
        expect(await twins.find(one)).toBeNull();
        expect(await twins.rename(one, 'Mine', noon)).toBe(false);
        expect(await twins.remove(one)).toBe(false);
      });
      await publish(one);
      expect(await store.write(workspaceId, ({ twins }) => twins.remove(one))).toBe(true);
      expect(await names(workspaceId)).toEqual(['Zwei']);
      expect(await store.read(workspaceId, ({ twins }) => twins.findVersion(one, 1))).toBeNull();
    });
  });
}
