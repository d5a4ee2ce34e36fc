import { beforeEach, describe, expect, test } from 'vitest';
import type { Passage } from '../../../../core/twin/passage.ts';
import type { SourceReader, SourceRecord, SourceWriter } from '../../store/source-store.ts';
import type { Store } from '../../store/store.ts';
import { author, deployed, ids, later, newWorkspace, noon, startedSession } from './scenario.ts';
import type { CurrentStore } from './store-under-test.ts';

export function describeSources(current: CurrentStore): void {
  describe('sources', () => {
    let store: Store;
    let workspaceId: string;
    beforeEach(async () => {
      store = current().store;
      workspaceId = await newWorkspace(store);
    });

    const write = <Result>(work: (sources: SourceWriter) => Promise<Result>, of = workspaceId) =>
      store.write(of, ({ sources }) => work(sources));
    const read = <Result>(work: (sources: SourceReader) => Promise<Result>, of = workspaceId) =>
      store.read(of, ({ sources }) => work(sources));
    const create = (change: Partial<SourceRecord> = {}) => write((sources) => sources.create(newSource(change)));
    const newPerson = async (): Promise<string> => {
      const place = await deployed(store);
      workspaceId = place.workspaceId;
      await startedSession(store, place, { contact: { name: 'Ann' } });
      const { items } = await store.read(workspaceId, ({ people }) => people.list({}, { limit: 1 }));
      return items[0]?.id ?? '';
    };
    const saveText = (sourceId: string, text: string, of = workspaceId) =>
      write((sources) => sources.saveText(newText(sourceId, text)), of);

    test('a new source waits, without a text', async () => {
      const source = await create({ kind: 'url', url: 'https://example.com/', hint: 'prices', status: 'waiting' });
      expect(source).toMatchObject({
        name: 'Handbook',
        url: 'https://example.com/',
        hint: 'prices',
        status: 'waiting',
      });
      expect(source).toMatchObject({ revision: null, passages: 0, characters: 0, progress: 0, error: null });
      expect(await read((sources) => sources.find(source.id))).toEqual(source);
      expect(await read((sources) => sources.usable(null))).toEqual([]);
    });

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

    test('lists come newest first, page by page, by name, status and person', async () => {
      const personId = await newPerson();
      const made: SourceRecord[] = [];
      for (const [index, name] of ['Price list 2026', 'Handbook', 'Price list 2027'].entries()) {
        const own = index === 1 ? { personId, personAccess: 'internal' as const } : {};
        made.unshift(await create({ name, createdAt: later(index).toISOString(), ...own }));
      }
      await saveText(made[2]?.id ?? '', 'text');
      const list = async (filter: Partial<Parameters<SourceReader['list']>[0]>) => {
        const { items } = await read((sources) => sources.list({ limit: 10, ...filter }));
        return items.map(({ name }) => name);
      };
      const first = await read((sources) => sources.list({ limit: 2 }));
      const second = await read((sources) => sources.list({ limit: 2, cursor: first.nextCursor ?? '' }));
      expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(made.map(({ id }) => id));
      expect(second.nextCursor).toBeNull();
      expect(await list({ q: 'list pri' })).toEqual(['Price list 2027', 'Price list 2026']);
      expect(await list({ q: 'nothing' })).toEqual([]);
      expect(await list({ status: 'ready' })).toEqual(['Price list 2026']);
      expect(await list({ q: 'price', status: 'waiting' })).toEqual(['Price list 2027']);
      expect(await list({ personId })).toEqual(['Handbook']);
      expect(await list({ of: 'person' })).toEqual(['Handbook']);
      expect(await list({ of: 'everyone' })).toEqual(['Price list 2027', 'Price list 2026']);
    });

    test("what is usable is everybody's, and the person's own", async () => {
      const personId = await newPerson();
      const shared = await create({ name: 'Shared' });
      const own = await create({ name: 'Own', personId, personAccess: 'mentioned' });
      await create({ name: 'Without a text' });
      for (const { id } of [shared, own]) await saveText(id, 'text');
      const usableFor = (person: string | null) => read((sources) => sources.usable(person));
      const record = (id: string, name: string, personAccess: string | null) => {
        return { sourceId: id, revision: 1, name, url: null, characters: 4, personAccess };
      };
      expect(await usableFor(null)).toEqual([record(shared.id, 'Shared', null)]);
      expect(await usableFor('per_other')).toEqual([record(shared.id, 'Shared', null)]);
      const usable = await usableFor(personId);
      expect(usable).toHaveLength(2);
      expect(usable).toContainEqual(record(own.id, 'Own', 'mentioned'));
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

    test('a change touches what it names', async () => {
      const { id, ...before } = await create({ kind: 'url', url: 'https://example.com/', hint: 'prices' });
      const at = later(60);
      expect(await write((sources) => sources.change(id, { name: 'Guide', at }))).toBe(true);
      expect(await write((sources) => sources.change(id, { hint: 'opening hours', at }))).toBe(true);
      const after = { ...before, id, name: 'Guide', hint: 'opening hours', updatedAt: at.toISOString() };
      expect(await read((sources) => sources.find(id))).toEqual(after);
    });

    test('those who count before they add see each other’s additions', async () => {
      const addUnless = (most: number) =>
        write(async (sources) => {
          if ((await sources.countToAdd()) >= most) return false;
          await sources.create(newSource());
          return true;
        });
      const added = await Promise.all([1, 2, 3, 4, 5].map(() => addUnless(3)));
      expect(added.filter(Boolean)).toHaveLength(3);
    });

    test('a source goes with its texts, passages, indexes and file', async () => {
      const file = { id: ids.next('fil'), name: 'a.pdf', mediaType: 'application/pdf', at: noon, maxBytes: 10 };
      await store.files.save(workspaceId, file, bytes());
      const source = await create({ kind: 'file', fileId: file.id, sizeBytes: 5, mediaType: 'application/pdf' });
      const at = { sourceId: source.id, revision: 1 };
      await saveText(source.id, 'one two');
      await write((sources) => sources.saveVectors(at, 'tiny', Float32Array.of(1)));
      expect(await write((sources) => sources.remove(source.id))).toMatchObject({ id: source.id, fileId: file.id });
      expect(await store.files.find(workspaceId, file.id)).toBeNull();
      await read(async (sources) => {
        expect(await sources.find(source.id)).toBeNull();
        expect(await sources.textOf(at)).toBeNull();
        expect(await sources.passagesOf([at])).toEqual([]);
      });
      expect(await store.indexes.load(workspaceId, [at])).toEqual(new Map());
      expect(await store.indexes.loadVectors(workspaceId, 'tiny', [at])).toEqual(new Map());
    });

    test('of a source that is gone nothing is kept', async () => {
      const { id } = await create();
      await write((sources) => sources.remove(id));
      const status = { status: 'ready', progress: 1, error: null, at: noon } as const;
      await write(async (sources) => {
        expect(await sources.remove(id)).toBeNull();
        expect(await sources.lock(id)).toBeNull();
        expect(await sources.change(id, { name: 'Lost', at: noon })).toBe(false);
        expect(await sources.setStatus(id, status)).toBe(false);
        expect(await sources.beginReading(id, noon)).toBeNull();
        await sources.saveVectors({ sourceId: id, revision: 1 }, 'tiny', Float32Array.of(1));
      });
      expect(await saveText(id, 'lost')).toBeNull();
    });

    test('another workspace sees and changes nothing', async () => {
      const { id } = await create();
      await saveText(id, 'one two');
      const at = { sourceId: id, revision: 1 };
      await write((sources) => sources.saveVectors(at, 'tiny', Float32Array.of(1)));
      const before = await read((sources) => sources.find(id));
      const other = await newWorkspace(store);
      await write(async (sources) => {
        expect(await sources.find(id)).toBeNull();
        expect(await sources.lock(id)).toBeNull();
        expect(await sources.textOf(at)).toBeNull();
        expect((await sources.list({ limit: 10 })).items).toEqual([]);
        expect((await sources.list({ limit: 10, q: 'Handbook' })).items).toEqual([]);
        expect((await sources.listPassages(at, { limit: 10 })).items).toEqual([]);
        expect(await sources.passagesOf([at])).toEqual([]);
        expect(await sources.passagesAt([{ ...at, number: 1 }])).toEqual([]);
        expect(await sources.usable(null)).toEqual([]);
        expect(await sources.countToAdd()).toBe(0);
        expect(await sources.change(id, { name: 'Mine', at: noon })).toBe(false);
        expect(await sources.enqueueReading(id, noon)).toBe(false);
        expect(await sources.beginReading(id, noon)).toBeNull();
        expect(await sources.remove(id)).toBeNull();
      }, other);
      expect(await saveText(id, 'mine', other)).toBeNull();
      expect(await store.indexes.load(other, [at])).toEqual(new Map());
      expect(await store.indexes.loadVectors(other, 'tiny', [at])).toEqual(new Map());
      expect(await read((sources) => sources.find(id))).toEqual(before);
    });
  });
}

function newSource(change: Partial<SourceRecord> = {}): Parameters<SourceWriter['create']>[0] {
  return {
    id: ids.next('src'),
    name: 'Handbook',
    kind: 'note',
    status: 'waiting',
    fileId: null,
    sizeBytes: null,
    mediaType: null,
    url: null,
    hint: null,
    personId: null,
    personAccess: null,
    createdAt: noon.toISOString(),
    ...change,
  };
}

function newText(sourceId: string, text: string) {
  const index = Buffer.from(`index of ${text}`);
  return { sourceId, text, passages: passagesOf(text), index, indexFormat: 1, at: noon, by: author };
}

/** A passage a word. */
function passagesOf(text: string): Passage[] {
  return text.split(' ').map((word, index) => ({
    number: index + 1,
    headings: index === 0 ? [] : ['A "heading"', 'Ünder, {it}'],
    page: index === 0 ? null : index,
    text: word,
  }));
}

async function* bytes(): AsyncIterable<Uint8Array> {
  yield Buffer.from('hello');
}
