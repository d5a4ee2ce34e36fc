import { beforeEach, describe, expect, test } from 'vitest';
import type { SourceReader, SourceRecord } from '../../store/source-store.ts';
import type { Store } from '../../store/store.ts';
import { deployed, ids, later, newWorkspace, noon, startedSession } from './scenario.ts';
import { newSource, sourceSteps } from './source-scenario.ts';
import type { CurrentStore } from './store-under-test.ts';

export function describeSources(current: CurrentStore): void {
  describe('sources', () => {
    let store: Store;
    let workspaceId: string;
    beforeEach(async () => {
      store = current().store;
      workspaceId = await newWorkspace(store);
    });

    const { create, read, saveText, write } = sourceSteps(() => ({ store, workspaceId }));
    const newPerson = async (): Promise<string> => {
      const place = await deployed(store);
      workspaceId = place.workspaceId;
      await startedSession(store, place, { contact: { name: 'Ann' } });
      const { items } = await store.read(workspaceId, ({ people }) => people.list({}, { limit: 1 }));
      return items[0]?.id ?? '';
    };

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

async function* bytes(): AsyncIterable<Uint8Array> {
  yield Buffer.from('hello');
}
