import { beforeEach, describe, expect, test } from 'vitest';
import { emptyGraph } from '../../../../core/flow/graph.ts';
import { emptyTwin } from '../../../../core/twin/twin.ts';
import { BadCursor } from '../../store/common.ts';
import type { FlowReader, FlowWriter } from '../../store/flow-store.ts';
import type { Reader, Store, Transaction } from '../../store/store.ts';
import type { SubjectReader, SubjectWriter } from '../../store/subject-store.ts';
import type { TwinReader, TwinWriter } from '../../store/twin-store.ts';
import { author, ids, later, newWorkspace, noon } from './scenario.ts';
import type { CurrentStore } from './store-under-test.ts';

/** What the store keeps of flows and of twins alike. */
export function describeSubjects(current: CurrentStore): void {
  describeSubject(current, {
    name: 'flows',
    reader: ({ flows }): FlowReader => flows,
    writer: ({ flows }): FlowWriter => flows,
    newId: () => ids.next('flw'),
    content: { graph: emptyGraph() },
    changed: { graph: { ...emptyGraph(), language: 'de' } },
  });
  describeSubject(current, {
    name: 'twins',
    reader: ({ twins }): TwinReader => twins,
    writer: ({ twins }): TwinWriter => twins,
    newId: () => ids.next('twn'),
    content: emptyTwin('Ada'),
    changed: emptyTwin('Grace'),
  });
}

interface Kind<Id, Content> {
  readonly name: 'flows' | 'twins';
  reader(reader: Reader): SubjectReader<Id, Content>;
  writer(transaction: Transaction): SubjectWriter<Id, Content>;
  newId(): Id;
  readonly content: Content;
  readonly changed: Content;
}

function describeSubject<Id extends string, Content>(current: CurrentStore, kind: Kind<Id, Content>): void {
  const { content, changed } = kind;

  describe(`${kind.name}, as anything that is drafted and published,`, () => {
    let store: Store;
    let workspaceId: string;
    beforeEach(async () => {
      store = current().store;
      workspaceId = await newWorkspace(store);
    });

    const read = <Result>(work: (reader: SubjectReader<Id, Content>) => Promise<Result>) =>
      store.read(workspaceId, (reader) => work(kind.reader(reader)));
    const write = <Result>(work: (writer: SubjectWriter<Id, Content>) => Promise<Result>) =>
      store.write(workspaceId, (transaction) => work(kind.writer(transaction)));
    const create = async (name = 'Support', at = noon) => {
      const id = kind.newId();
      await write((writer) => writer.create({ id, name, content, at, by: author }));
      return id;
    };
    const saveAt = (id: string, revision: number) =>
      write((writer) => writer.saveDraft({ id, revision, content: changed, at: later(1000), by: author }));
    const publish = (subjectId: string) =>
      write(async (writer) => {
        const seen = await writer.lockDraft(subjectId);
        const what = { graph: emptyGraph(), subflows: {}, sources: { src_1: 3 } };
        const version = { id: ids.next('ver'), subjectId, content: what, note: null, at: noon, by: author };
        return { newestBefore: seen?.newestVersion ?? 0, ...(await writer.publish(version)) };
      });

    test('begin with draft revision 1 and no version', async () => {
      const id = kind.newId();
      const created = await write((writer) => writer.create({ id, name: 'Triage', content, at: noon, by: author }));
      expect(created).toEqual({
        id,
        name: 'Triage',
        createdAt: noon.toISOString(),
        updatedAt: noon.toISOString(),
        draftRevision: 1,
        newestVersion: null,
        draft: { ...content, revision: 1, updatedAt: noon.toISOString(), updatedBy: author },
      });
      expect(await read((reader) => reader.find(id))).toEqual(created);
    });

    test('a draft is saved at the revision that was read, and refused at an older one with what stands there', async () => {
      const id = await create();
      const at = later(1000).toISOString();
      expect(await saveAt(id, 1)).toEqual({ stale: false, revision: 2 });
      const draft = { ...changed, revision: 2, updatedAt: at, updatedBy: author };
      expect(await saveAt(id, 1)).toEqual({ stale: true, draft });
      expect(await read((reader) => reader.find(id))).toMatchObject({ updatedAt: at, draft });
    });

    test('of saves at once all but one are refused', async () => {
      const id = await create();
      const results = await Promise.all([1, 2, 3].map(() => saveAt(id, 1)));
      expect(results.filter((result) => result?.stale === false)).toHaveLength(1);
    });

    test('saving the draft of one that is not there says so', async () => {
      expect(await saveAt('none', 1)).toBeNull();
    });

    test('versions are numbered without gaps when many publish at once, and a lock shows what its last holder published', async () => {
      const id = await create();
      const published = await Promise.all([1, 2, 3, 4, 5].map(() => publish(id)));
      expect(published.map(({ newestBefore, number }) => [newestBefore, number]).sort()).toEqual([
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 4],
        [4, 5],
      ]);
      expect(await read((reader) => reader.find(id))).toMatchObject({ newestVersion: 5 });
      const { items } = await read((reader) => reader.listVersions(id, { limit: 10 }));
      expect(items.map(({ number }) => number)).toEqual([5, 4, 3, 2, 1]);
    });

    test('a version keeps its content and the name of its time', async () => {
      const subjectId = await create('Before');
      const { id } = await publish(subjectId);
      await write((writer) => writer.rename(subjectId, 'After', later(1)));
      await saveAt(subjectId, 1);
      const what = { graph: emptyGraph(), subflows: {}, sources: { src_1: 3 } };
      const expected = { id, subjectId, number: 1, name: 'Before', createdBy: author, ...what };
      expect(await store.read(workspaceId, ({ flows }) => flows.contentOf(id))).toEqual(what);
      expect(await read((reader) => reader.findVersion(subjectId, 1))).toMatchObject(expected);
      expect(await read((reader) => reader.newestVersion(subjectId))).toMatchObject(expected);
      expect(await read((reader) => reader.findVersion(subjectId, 2))).toBeNull();
    });

    test('lists come newest first, page by page, and stay in step while rows are added', async () => {
      const made: string[] = [];
      for (const second of [1, 2, 2, 3]) made.unshift(await create('Support', later(second * 1000)));
      const page = (cursor?: string) => read((reader) => reader.list({}, { limit: 3, cursor }));
      const first = await page();
      await create('Support', later(9000));
      const second = await page(first.nextCursor ?? '');
      expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(made);
      expect(second.nextCursor).toBeNull();
    });

    test('are found by words of their names as they are now, the last word by its beginning', async () => {
      const shop = await create('Shop: checkout');
      const pear = await create('Pear', later(1000));
      await write((writer) => writer.rename(pear, 'A pear shop', later(2000)));
      const find = async (q: string) => (await read((reader) => reader.list({ q }, { limit: 9 }))).items;
      const found = async (q: string) => (await find(q)).map(({ id }) => id);
      expect(await found('SHO')).toEqual([pear, shop]);
      expect(await found('checkout shop')).toEqual([shop]);
      expect(await found('hop')).toEqual([]);
      expect(await found('a&pear | !')).toEqual([pear]);
      expect(await found(':')).toEqual([]);
      await write((writer) => writer.rename(shop, 'Cart', later(3000)));
      expect(await found('checkout')).toEqual([]);
      expect(await found('cart')).toEqual([shop]);
    });

    test.each([
      '',
      'nonsense',
      encoded(['2026', 'x']),
      encoded(['2026-03-01T12:00:00.000Z']),
      encoded({}),
      encoded([1, 2]),
    ])('the cursor %j is refused', async (cursor) => {
      const list = read((reader) => reader.list({}, { limit: 3, cursor }));
      await expect(list).rejects.toBeInstanceOf(BadCursor);
    });

    test('are removed with their versions', async () => {
      const subjectId = await create();
      const { id } = await publish(subjectId);
      expect(await write((writer) => writer.remove(subjectId))).toBe(true);
      expect(await write((writer) => writer.remove(subjectId))).toBe(false);
      expect(await read((reader) => reader.findVersion(subjectId, 1))).toBeNull();
      expect(await store.read(workspaceId, ({ flows }) => flows.contentOf(id))).toBeNull();
    });

    test('are neither read nor changed by another workspace', async () => {
      const subjectId = await create();
      const { id } = await publish(subjectId);
      await store.write(await newWorkspace(store), async (transaction) => {
        const other = kind.writer(transaction);
        const change = { id: subjectId, revision: 1, content: changed, at: noon, by: author };
        expect(await other.find(subjectId)).toBeNull();
        expect(await other.newestVersion(subjectId)).toBeNull();
        expect(await transaction.flows.contentOf(id)).toBeNull();
        expect(await other.rename(subjectId, 'Mine', noon)).toBe(false);
        expect(await other.saveDraft(change)).toBeNull();
        expect(await other.remove(subjectId)).toBe(false);
        expect((await other.list({}, { limit: 10 })).items).toEqual([]);
        expect((await other.list({ q: 'support' }, { limit: 10 })).items).toEqual([]);
      });
      expect(await read((reader) => reader.find(subjectId))).toMatchObject({ name: 'Support', draftRevision: 1 });
    });
  });
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
