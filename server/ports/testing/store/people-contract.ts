import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../store/store.ts';
import type { TurnSession } from '../../store/turn-store.ts';
import {
  type Deployed,
  deployed,
  endedState,
  hour,
  later,
  newWorkspace,
  noon,
  startedSession,
  turn,
} from './scenario.ts';
import type { CurrentStore } from './store-under-test.ts';

const toldAt = (seq: number) =>
  ({ type: 'factLearned', seq, at: noon.toISOString(), text: 'Has a shop', nodeId: 'twin', twinId: 'twn_1' }) as const;

export function describePeople(current: CurrentStore): void {
  let store: Store;
  beforeEach(() => {
    store = current().store;
  });

  describe('people', () => {
    const people = ({ workspaceId }: Deployed) =>
      store.read(workspaceId, async (reader) => (await reader.people.list({}, { limit: 50 })).items);

    const nobody = { subject: null, earlier: null };
    const ada = { subject: 'ada', earlier: null };
    const personOf = async ({ workspaceId }: Deployed, { id, tokenHash }: TurnSession) => {
      const person = await store.visits.personOfSession(workspaceId, { id, tokenHash });
      if (!person) throw new Error('A session without a person.');
      return person;
    };

    test('a bucket key reaches nobody: two sessions of one browser are two people', async () => {
      const place = await deployed(store);
      await startedSession(store, place, { person: nobody });
      await startedSession(store, place, { person: nobody });
      expect(await people(place)).toMatchObject([{ sessionCount: 1 }, { sessionCount: 1 }]);
    });

    test('the token of an earlier session brings its person back, and a wrong one nobody', async () => {
      const place = await deployed(store);
      const first = await startedSession(store, place, { person: nobody });
      const wrong = { id: first.id, tokenHash: 'another' };
      expect(await store.visits.personOfSession(place.workspaceId, wrong)).toBeNull();
      const elsewhere = await deployed(store);
      expect(await store.visits.personOfSession(elsewhere.workspaceId, first)).toBeNull();
      const earlier = await personOf(place, first);
      await startedSession(store, place, { person: { subject: null, earlier }, at: later(hour) });
      expect(await people(place)).toMatchObject([
        {
          id: earlier,
          keys: [{ namespace: 'visitor', key: 'browser-1' }],
          sessionCount: 2,
          createdAt: noon.toISOString(),
          lastSeenAt: later(hour).toISOString(),
        },
      ]);
    });

    test('the sessions of a subject belong to one person, also when they start at once', async () => {
      const place = await deployed(store);
      await Promise.all([1, 2, 3, 4].map(() => startedSession(store, place, { person: ada })));
      expect(await people(place)).toMatchObject([{ keys: [{ namespace: 'subject', key: 'ada' }], sessionCount: 4 }]);
    });

    test('what an anonymous person did joins a subject only with the token', async () => {
      const place = await deployed(store);
      const anonymous = await startedSession(store, place, { person: nobody });
      await startedSession(store, place, { person: ada });
      expect(await people(place)).toHaveLength(2);
      const earlier = await personOf(place, anonymous);
      await startedSession(store, place, { person: { subject: 'ada', earlier } });
      expect(await people(place)).toMatchObject([{ sessionCount: 3 }]);
    });

    test('a subject who was anonymous before stays the same person', async () => {
      const place = await deployed(store);
      const earlier = await personOf(place, await startedSession(store, place, { person: nobody }));
      await startedSession(store, place, { person: { subject: 'ada', earlier } });
      expect(await people(place)).toMatchObject([{ id: earlier, sessionCount: 2 }]);
    });

    test("a token of one subject's session brings another visitor of the browser nothing", async () => {
      const place = await deployed(store);
      const earlier = await personOf(place, await startedSession(store, place, { person: ada }));
      await startedSession(store, place, { person: { subject: 'grace', earlier } });
      await startedSession(store, place, { person: { subject: null, earlier } });
      expect(await people(place)).toMatchObject([{ sessionCount: 1 }, { sessionCount: 1 }, { sessionCount: 1 }]);
    });

    test('what is vouched for of a person is remembered and brought up to date', async () => {
      const place = await deployed(store);
      const contact = { name: 'Ada', email: 'ada@example.com', plan: 'free', tags: ['a', 'b'] };
      await startedSession(store, place, { person: ada, contact });
      await startedSession(store, place, { person: ada, contact: { plan: 'pro' } });
      const [person] = await people(place);
      expect(person).toMatchObject({
        name: 'Ada',
        email: 'ada@example.com',
        attributes: { ...contact, plan: 'pro' },
      });
      const found = await store.read(place.workspaceId, (reader) => reader.people.find(person?.id ?? ''));
      expect(found).toEqual(person);
    });

    test('are found by words of their name and email, the last one by its beginning', async () => {
      const place = await deployed(store);
      const contact = { name: 'Ada Lovelace', email: 'ada.l@example.com' };
      await startedSession(store, place, { person: ada, contact });
      await startedSession(store, place, { person: { subject: 'bob', earlier: null }, contact: { name: 'Bob' } });
      await startedSession(store, place, { person: nobody });
      const find = (q: string, workspaceId: string = place.workspaceId) =>
        store.read(workspaceId, async (reader) =>
          (await reader.people.list({ q }, { limit: 50 })).items.map(({ name }) => name),
        );
      const found = ['ada', 'LOVE', 'lovelace ada', 'ada.l@example.com', 'example', 'ada.l@ex', 'Ada.L@'];
      for (const q of found) expect.soft(await find(q), q).toEqual(['Ada Lovelace']);
      for (const q of ['ovelace', 'ada bob', '!', "a'b"]) expect.soft(await find(q), q).toEqual([]);
      expect(await find('ada', await newWorkspace(store))).toEqual([]);
    });

    test('an email address that somebody left is theirs, also after they sign in, until one is vouched for', async () => {
      const place = await deployed(store);
      const emailOf = async () => (await people(place)).map(({ email }) => email);
      const anonymous = await startedSession(store, place, { person: nobody });
      const left = (seq: number, email: string) =>
        ({ type: 'emailCollected', seq, at: noon.toISOString(), email }) as const;
      await store.turns.commit(turn(anonymous, { events: [left(2, 'a@example.com'), left(3, 'ada@example.com')] }));
      expect(await emailOf()).toEqual(['ada@example.com']);
      const earlier = await personOf(place, anonymous);
      await startedSession(store, place, { person: ada });
      await startedSession(store, place, { person: { subject: 'ada', earlier } });
      expect(await emailOf()).toEqual(['ada@example.com']);
      const known = await startedSession(store, place, { person: ada, contact: { email: 'ada@work.example' } });
      await store.turns.commit(turn(known, { events: [left(2, 'other@example.com')] }));
      expect(await emailOf()).toEqual(['ada@work.example']);
    });

    test('a changed name and email are found, by the sessions of before as well; what is left out stays', async () => {
      const place = await deployed(store);
      const session = await startedSession(store, place, { person: ada, contact: { email: 'ada@example.com' } });
      await store.turns.commit(turn(session, { state: endedState(session) }));
      const id = await personOf(place, session);
      const change = (details: { name?: string | null; email?: string | null }) =>
        store.write(place.workspaceId, ({ people }) => people.change(id, details));
      const sessionsOf = (q: string) =>
        store.read(place.workspaceId, async (reader) => (await reader.sessions.list({ q }, { limit: 5 })).items.length);
      await change({ name: 'Ada Lovelace' });
      await change({});
      expect(await people(place)).toMatchObject([{ name: 'Ada Lovelace', email: 'ada@example.com' }]);
      expect(await sessionsOf('lovelace')).toBe(1);
      await change({ email: null });
      expect(await people(place)).toMatchObject([{ name: 'Ada Lovelace', email: null }]);
      expect(await sessionsOf('ada@example.com')).toBe(0);
    });

    test('one who joins another brings everything along, and the other knows better', async () => {
      const place = await deployed(store);
      const bob = { subject: 'bob', earlier: null };
      const first = await startedSession(store, place, {
        person: ada,
        contact: { name: 'Ada', plan: 'free', city: 'Graz' },
      });
      await store.turns.commit(turn(first, { events: [toldAt(2)] }));
      const second = await startedSession(store, place, {
        person: bob,
        contact: { email: 'bob@example.com', plan: 'pro' },
        at: later(hour),
      });
      const [from, into] = [await personOf(place, first), await personOf(place, second)];
      await store.write(place.workspaceId, ({ people }) => people.join(from, into));
      expect(await people(place)).toMatchObject([
        {
          id: into,
          name: 'Ada',
          email: 'bob@example.com',
          attributes: { plan: 'pro', city: 'Graz' },
          keys: [{ key: 'ada' }, { key: 'bob' }],
          sessionCount: 2,
          createdAt: noon.toISOString(),
          lastSeenAt: later(hour).toISOString(),
        },
      ]);
      const facts = await store.read(place.workspaceId, (reader) => reader.people.listFacts(into, { limit: 5 }));
      expect(facts.items).toHaveLength(1);
      expect(await personOf(place, await startedSession(store, place, { person: ada }))).toBe(into);
    });

    test('one who is erased leaves nothing, and others keep what is theirs', async () => {
      const place = await deployed(store);
      const bob = { subject: 'bob', earlier: null };
      const gone = await startedSession(store, place, { person: ada, unitKey: 'browser-of-ada' });
      await store.turns.commit(turn(gone, { events: [toldAt(2)] }));
      const kept = await startedSession(store, place, { person: bob, unitKey: 'browser-of-bob' });
      const id = await personOf(place, gone);
      await store.write(place.workspaceId, async ({ people: writer }) => {
        expect(await writer.lock(id)).toMatchObject({ id });
        await writer.erase(id);
        expect(await writer.lock(id)).toBeNull();
      });
      expect(await people(place)).toMatchObject([{ id: await personOf(place, kept) }]);
      expect(await store.turns.load(gone.id)).toBeNull();
      expect(await store.turns.commit(turn(gone, { events: [toldAt(3)] }))).toEqual({ kind: 'gone' });
      expect(await store.turns.load(kept.id)).toMatchObject({ id: kept.id });
      const again = await personOf(place, await startedSession(store, place, { person: ada }));
      expect(again).not.toBe(id);
    });

    test('test sessions are not counted', async () => {
      const place = await deployed(store);
      await startedSession(store, place, { kind: 'test' });
      expect(await people(place)).toMatchObject([{ sessionCount: 0 }]);
    });
  });
}
