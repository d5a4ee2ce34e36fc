import { beforeEach, describe, expect, test } from 'vitest';
import type { PassageAt } from '../../../../core/twin/passage.ts';
import type { SourceRecord } from '../../store/source-store.ts';
import type { Store } from '../../store/store.ts';
import { later, newWorkspace, noon } from './scenario.ts';
import { passagesOf, sourceSteps } from './source-scenario.ts';
import type { CurrentStore } from './store-under-test.ts';

export function describeSourceTexts(current: CurrentStore): void {
  describe('texts of sources', () => {
    let store: Store;
    let workspaceId: string;
    beforeEach(async () => {
      store = current().store;
      workspaceId = await newWorkspace(store);
    });

    const { create, read, saveText, write } = sourceSteps(() => ({ store, workspaceId }));

    test('a text makes it ready, with its passages in order, and ends an earlier failure', async () => {
      const { id } = await create();
      const failed = { status: 'failed', progress: 0, error: 'It is encrypted.', at: later(1) } as const;
      expect(await write((sources) => sources.setStatus(id, failed))).toBe(true);
      expect(await read((sources) => sources.find(id))).toMatchObject({ status: 'failed', error: 'It is encrypted.' });
      const saved = await saveText(id, 'one two three');
      expect(saved).toMatchObject({
        revision: 1,
        status: 'ready',
        progress: 1,
        error: null,
        passages: 3,
        characters: 13,
      });
      await read(async (sources) => {
        expect(await sources.find(id)).toEqual(saved);
        expect(await sources.textOf({ sourceId: id, revision: 1 })).toBe('one two three');
        const all = passagesOf('one two three');
        const first = await sources.listPassages({ sourceId: id, revision: 1 }, { limit: 2 });
        const cursor = first.nextCursor ?? '';
        const second = await sources.listPassages({ sourceId: id, revision: 1 }, { limit: 2, cursor });
        expect([first.items, second.items, second.nextCursor]).toEqual([all.slice(0, 2), all.slice(2), null]);
      });
    });

    test('a text that follows leaves the one before as it was', async () => {
      const { id } = await create();
      await saveText(id, 'before');
      expect(await saveText(id, 'after this')).toMatchObject({ revision: 2, passages: 2 });
      const at = (revision: number) => ({ sourceId: id, revision });
      await read(async (sources) => {
        expect(await sources.textOf(at(1))).toBe('before');
        expect(await sources.textOf(at(2))).toBe('after this');
        expect(await sources.textOf(at(3))).toBeNull();
        expect(await sources.usable(null)).toMatchObject([{ sourceId: id, revision: 2 }]);
        expect(await sources.passagesOf([at(1)])).toEqual([{ ...at(1), ...passagesOf('before')[0] }]);
        const places = [
          { ...at(2), number: 2 },
          { ...at(1), number: 1 },
          { ...at(1), number: 9 },
        ];
        const found = await sources.passagesAt(places);
        expect(found.map(({ text }) => text).sort()).toEqual(['before', 'this']);
      });
    });

    test('passages that a talk reads again are those of its workspace, its revision and its numbers', async () => {
      const { id } = await create();
      await saveText(id, 'one two');
      const at = (revision: number, number: number) => ({ sourceId: id, revision, number });
      const textsAt = async (places: readonly PassageAt[], of = workspaceId) =>
        (await store.talks.passagesAt(of, places)).map(({ text }) => text).sort();
      expect(await textsAt([at(1, 1), at(2, 1)])).toEqual(['one']);
      await saveText(id, 'three');
      expect(await textsAt([at(1, 1), at(1, 2), at(2, 1)])).toEqual(['one', 'three', 'two']);
      expect(await textsAt([at(1, 2), at(2, 1), at(2, 2)])).toEqual(['three', 'two']);
      expect(await textsAt([at(1, 1)], await newWorkspace(store))).toEqual([]);
    });

    test('indexes and vectors come back as they were stored', async () => {
      const { id } = await create();
      await saveText(id, 'one two');
      await saveText(id, 'three');
      const vectors = Float32Array.of(0.25, -1.5, 3e-7, 0);
      const padded = new Float32Array([9, ...vectors]).subarray(1);
      const first = { sourceId: id, revision: 1 };
      await write((sources) => sources.saveVectors(first, 'tiny', padded));
      await write((sources) => sources.saveVectors(first, 'tiny', Float32Array.of(7)));
      await write((sources) => sources.saveVectors({ sourceId: id, revision: 9 }, 'tiny', vectors));
      const both = [first, { sourceId: id, revision: 2 }, { sourceId: 'src_unknown', revision: 1 }];
      const indexes = await store.indexes.load(workspaceId, both);
      expect(new Map([...indexes].map(([key, bytes]) => [key, Buffer.from(bytes).toString()]))).toEqual(
        new Map([
          [`${id}/1`, 'index of one two'],
          [`${id}/2`, 'index of three'],
        ]),
      );
      expect(await store.indexes.loadVectors(workspaceId, 'tiny', both)).toEqual(new Map([[`${id}/1`, vectors]]));
      expect(await store.indexes.loadVectors(workspaceId, 'other', both)).toEqual(new Map());
      expect(await store.indexes.load(workspaceId, [])).toEqual(new Map());
    });

    test('reading is enqueued with the source or not at all, and counts its attempts until it is asked for again', async () => {
      const { id } = await create();
      expect(await write((sources) => sources.enqueueReading(id, noon))).toBe(true);
      expect(await write((sources) => sources.enqueueReading('src_unknown', noon))).toBe(false);
      const undecided = write(async (sources) => {
        await sources.enqueueReading(id, noon);
        throw new Error('changed my mind');
      });
      await expect(undecided).rejects.toThrow('changed my mind');
      expect(await current().jobs()).toEqual([{ name: 'readSource', payload: { workspaceId, sourceId: id } }]);
      const begin = () => write((sources) => sources.beginReading(id, later(5)));
      expect(await begin()).toMatchObject({ attempts: 1, status: 'reading', updatedAt: later(5).toISOString() });
      expect(await begin()).toMatchObject({ attempts: 2 });
      const retry = { error: 'It did not answer.', retryAt: later(60), at: later(10) };
      expect(await write((sources) => sources.enqueueRetry('src_unknown', retry))).toBe(false);
      expect(await write((sources) => sources.enqueueRetry(id, retry))).toBe(true);
      expect(await current().jobs()).toHaveLength(1);
      const waits = { status: 'waiting', attempts: 2, error: retry.error, retryAt: later(60).toISOString() };
      expect(await read((sources) => sources.find(id))).toMatchObject(waits);
      expect(await begin()).toMatchObject({ attempts: 3, status: 'reading', retryAt: null });
      await saveText(id, 'text');
      expect(await begin()).toBeNull();
      await write((sources) => sources.enqueueReading(id, noon));
      expect(await read((sources) => sources.find(id))).toMatchObject({ status: 'waiting', revision: 1, passages: 1 });
      expect(await begin()).toMatchObject({ attempts: 1 });
    });

    test('embedding is enqueued for one source, or for every one with a text', async () => {
      const [first, second, empty] = [await create(), await create(), await create()];
      for (const { id } of [first, second]) await saveText(id, 'text');
      await write((sources) => sources.enqueueEmbedding(first.id));
      await write((sources) => sources.enqueueEmbedding(empty.id));
      await write((sources) => sources.enqueueEmbedding(), await newWorkspace(store));
      const job = ({ id }: SourceRecord) => ({ name: 'embedSource', payload: { workspaceId, sourceId: id } });
      expect(await current().jobs()).toEqual([job(first)]);
      await write((sources) => sources.enqueueEmbedding());
      const [, ...all] = await current().jobs();
      expect(all).toHaveLength(2);
      expect(all).toEqual(expect.arrayContaining([job(first), job(second)]));
    });

    test('indexes of another format are listed across workspaces, and give way to new ones', async () => {
      const { outdated, load } = store.indexes;
      const places = [await create(), await create()].map(({ id }) => ({ sourceId: id, revision: 1 }));
      const [first, second] = places.toSorted((one, other) => (one.sourceId < other.sourceId ? -1 : 1));
      if (!first || !second) throw new Error('two were made');
      for (const { sourceId } of places) await saveText(sourceId, 'text');
      const replace = (bytes: string, format: number, of = workspaceId) =>
        write((sources) => sources.replaceIndex(first, Buffer.from(bytes), format), of);
      const stored = async () => (await load(workspaceId, [first])).get(`${first.sourceId}/1`)?.toString();
      expect(await outdated(1, null, 10)).toEqual([]);
      await replace('older', 0);
      await replace('repeated', 0);
      expect(await stored()).toBe('older');
      expect(await outdated(1, null, 10)).toEqual([{ workspaceId, ...first }]);
      expect(await outdated(1, first, 10)).toEqual([]);
      const [, ...rest] = await outdated(2, { ...first, revision: 0 }, 2);
      expect(rest).toEqual([{ workspaceId, ...second }]);
      await replace('stolen', 1, await newWorkspace(store));
      expect(await stored()).toBe('older');
      await replace('new', 1);
      expect([await stored(), await outdated(1, null, 10)]).toEqual(['new', []]);
      await write((sources) => sources.remove(first.sourceId));
      await replace('late', 2);
      expect(await stored()).toBeUndefined();
    });

    test('building indexes anew is enqueued once, from where it was last asked for', async () => {
      await store.indexes.enqueueRebuilding(null);
      await store.indexes.enqueueRebuilding({ sourceId: 'src_1', revision: 2 });
      expect(await current().jobs()).toEqual([
        { name: 'rebuildIndexes', payload: { after: { sourceId: 'src_1', revision: 2 } } },
      ]);
    });
  });
}
