import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../store/store.ts';
import type { TurnSession } from '../../store/turn-store.ts';
import type { NewDecision, UnitIdentity, VisitContext } from '../../store/visit-store.ts';
import {
  author,
  type Deployed,
  deployed,
  hour,
  later,
  newDeployment,
  newFlow,
  newWorkspace,
  noon,
  publish,
  revisionId,
  served,
  settings,
  startedSession,
} from './scenario.ts';
import type { CurrentStore } from './store-under-test.ts';

const day = 24 * hour;
const browser: UnitIdentity = { namespace: 'visitor', key: 'browser-1' };
const signedIn = (key: string, browserKey?: string): UnitIdentity => ({ namespace: 'subject', key, browserKey });

export function describeVisits(current: CurrentStore): void {
  let store: Store;
  beforeEach(() => {
    store = current().store;
  });

  const contextOf = async ({ deployment }: Pick<Deployed, 'deployment'>): Promise<VisitContext> => {
    const context = await store.visits.contextByKey(deployment.key);
    if (!context) throw new Error('no context');
    return context;
  };

  describe('the context of a decision', () => {
    test('holds everything a decision needs, by public key and by id', async () => {
      const place = await deployed(store);
      const { workspaceId, deployment, flowId, version } = place;
      const context = await contextOf(place);
      expect(context).toEqual({
        workspaceId,
        deploymentId: deployment.id,
        platform: 'web',
        subject: { kind: 'flow', id: flowId },
        salt: 'salt',
        revision: 1,
        revisionId: deployment.revisionId,
        settings: deployment.settings,
        identitySecretSealed: `sealed ${workspaceId}`,
        version: { id: version.id, number: 1 },
      });
      expect(await store.visits.contextById(workspaceId, deployment.id)).toEqual(context);
      expect(await store.visits.contextByKey('nobody')).toBeNull();
    });

    test('has no version while nothing is published', async () => {
      const { workspaceId } = await deployed(store);
      const deployment = await newDeployment(store, workspaceId, await newFlow(store, workspaceId));
      expect(await contextOf({ deployment })).toMatchObject({ version: null });
    });

    test('follows the newest version, or stays with the pinned one', async () => {
      const place = await deployed(store);
      const { workspaceId, flowId, deployment } = place;
      const second = await publish(store, workspaceId, flowId);
      expect(await contextOf(place)).toMatchObject({ version: { id: second.id, number: 2 } });
      const pin = (number: number, from: number) => {
        const next = { id: revisionId(), settings: settings({ versionPolicy: { kind: 'pinned', number } }) };
        const change = { ...next, changed: ['versionPolicy'], at: noon, by: author };
        return store.write(workspaceId, ({ deployments }) => deployments.revise(deployment.id, from, change, null));
      };
      await pin(1, 1);
      expect(await contextOf(place)).toMatchObject({ revision: 2, version: { id: place.version.id, number: 1 } });
      await pin(7, 2);
      expect(await contextOf(place)).toMatchObject({ version: null });
    });
  });

  describe('who a visitor is', () => {
    const unit = async (context: VisitContext, identity: UnitIdentity) => {
      const { unitKey, unitNamespace } = await store.visits.findVisit(context, identity, noon);
      return { unitKey, unitNamespace };
    };

    test('a browser is its own key', async () => {
      const context = await contextOf(await deployed(store));
      expect(await unit(context, browser)).toEqual({ unitKey: 'browser-1', unitNamespace: 'visitor' });
    });

    test('a subject takes the key of the browser it first signs in with, for good', async () => {
      const context = await contextOf(await deployed(store));
      const ada = { unitKey: 'browser-1', unitNamespace: 'visitor' };
      expect(await unit(context, signedIn('ada', 'browser-1'))).toEqual(ada);
      expect(await unit(context, signedIn('ada', 'browser-2'))).toEqual(ada);
      expect(await unit(context, signedIn('ada'))).toEqual(ada);
    });

    test('a second subject on the same browser keeps a key of its own', async () => {
      const context = await contextOf(await deployed(store));
      await unit(context, signedIn('ada', 'browser-1'));
      const grace = { unitKey: 'grace', unitNamespace: 'subject' };
      expect(await unit(context, signedIn('grace', 'browser-1'))).toEqual(grace);
      expect(await unit(context, signedIn('grace', 'browser-9'))).toEqual(grace);
    });

    test('subjects who sign in on one browser at once get one bucket key each', async () => {
      const context = await contextOf(await deployed(store));
      const subjects = ['a', 'b', 'c', 'd', 'e', 'a', 'b', 'c', 'd', 'e'];
      const found = await Promise.all(subjects.map((key) => unit(context, signedIn(key, 'browser-1'))));
      const byBrowser = subjects.filter((_, index) => found[index]?.unitKey === 'browser-1');
      expect(new Set(byBrowser).size).toBe(1);
      expect(new Set(found.map((visit) => visit.unitKey)).size).toBe(5);
    });

    test('a subject named like a browser has another key', async () => {
      const context = await contextOf(await deployed(store));
      expect(await unit(context, browser)).toEqual({ unitKey: 'browser-1', unitNamespace: 'visitor' });
      expect(await unit(context, signedIn('browser-1'))).toEqual({ unitKey: 'browser-1', unitNamespace: 'subject' });
    });
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

    test('test sessions are not counted', async () => {
      const place = await deployed(store);
      await startedSession(store, place, { kind: 'test' });
      expect(await people(place)).toMatchObject([{ sessionCount: 0 }]);
    });
  });

  describe('the draw of a visit', () => {
    const drawn = (percentage: number): Pick<NewDecision, 'decision'> => ({
      decision: { serve: true, reason: 'SERVED', bucket: 120, percentage },
    });
    const notAdmitted: Pick<NewDecision, 'decision'> = {
      decision: { serve: false, reason: 'NOT_IN_AUDIENCE', bucket: 120, percentage: 50 },
    };
    const record = ({ workspaceId, deployment }: Deployed, change: Partial<NewDecision>) =>
      store.visits.recordDecision(workspaceId, served(deployment, { visitEndsAt: later(day), ...change }));
    const visitAt = async (place: Deployed, at: Date) => store.visits.findVisit(await contextOf(place), browser, at);

    test('is the first one until the visit ends, and asking again does not lengthen it', async () => {
      const place = await deployed(store);
      expect(await record(place, drawn(25))).toEqual({ draw: { bucket: 120, percentage: 25 } });
      const again = { ...drawn(50), at: later(hour), visitEndsAt: later(hour + day) };
      expect(await record(place, again)).toEqual({ draw: { bucket: 120, percentage: 25 } });
      expect((await visitAt(place, later(day - 1))).draw).toEqual({ bucket: 120, percentage: 25 });
      expect(await visitAt(place, later(day))).toMatchObject({ draw: null, lastDecision: null });
    });

    test('is made afresh in a new visit', async () => {
      const place = await deployed(store);
      await record(place, drawn(25));
      const next = { ...drawn(50), at: later(day), visitEndsAt: later(2 * day) };
      expect(await record(place, next)).toEqual({ draw: { bucket: 120, percentage: 50 } });
      expect((await visitAt(place, later(2 * day - 1))).draw).toEqual({ bucket: 120, percentage: 50 });
    });

    test('begins the visit when an earlier decision did not get that far', async () => {
      const place = await deployed(store);
      expect(await record(place, notAdmitted)).toEqual({ draw: null });
      await record(place, { ...drawn(25), at: later(hour), visitEndsAt: later(hour + day) });
      expect((await visitAt(place, later(hour + day - 1))).draw).toEqual({ bucket: 120, percentage: 25 });
    });

    test('survives a later decision that refuses for another reason', async () => {
      const place = await deployed(store);
      await record(place, drawn(25));
      expect(await record(place, { ...notAdmitted, at: later(hour) })).toEqual({
        draw: { bucket: 120, percentage: 25 },
      });
      expect(await visitAt(place, later(hour))).toMatchObject({
        draw: { bucket: 120, percentage: 25 },
        lastDecision: { serve: false, reason: 'NOT_IN_AUDIENCE', group: null, version: null, revision: 1 },
      });
    });

    test('is one for all who ask at once', async () => {
      const place = await deployed(store);
      const percentages = [10, 20, 30, 40, 50, 60, 70, 80];
      const draws = await Promise.all(percentages.map((percentage) => record(place, drawn(percentage))));
      expect(new Set(draws.map(({ draw }) => draw?.percentage)).size).toBe(1);
      expect((await visitAt(place, noon)).draw).toEqual(draws[0]?.draw);
    });

    test('is not kept where a conversation does not begin with a visit', async () => {
      const place = await deployed(store);
      const decision = { ...drawn(25), visitEndsAt: undefined };
      expect(await record(place, decision)).toEqual({ draw: { bucket: 120, percentage: 25 } });
      expect(await visitAt(place, noon)).toMatchObject({ draw: null, lastDecision: null });
    });

    test('is kept when the visitor signs in', async () => {
      const place = await deployed(store);
      await record(place, drawn(25));
      const visit = await store.visits.findVisit(await contextOf(place), signedIn('ada', 'browser-1'), later(hour));
      expect(visit.draw).toEqual({ bucket: 120, percentage: 25 });
    });

    test('belongs to one deployment', async () => {
      const place = await deployed(store);
      await record(place, drawn(25));
      const deployment = await newDeployment(store, place.workspaceId, place.flowId);
      expect((await visitAt({ ...place, deployment }, noon)).draw).toBeNull();
    });
  });

  describe('recorded decisions', () => {
    test('come newest first, all or of one key, with the session that began', async () => {
      const place = await deployed(store);
      const { workspaceId, deployment } = place;
      const first = served(deployment, { at: later(1) });
      const second = served(deployment, { at: later(2), unitKey: 'browser-2' });
      const third = served(deployment, {
        at: later(3),
        decision: { ...first.decision, group: 'VIP', percentage: 12.34 },
      });
      for (const decision of [first, second, third]) await store.visits.recordDecision(workspaceId, decision);
      const session = await startedSession(store, place, { decisionId: first.id });
      const list = (unitKey?: string, cursor?: string) =>
        store.visits.listDecisions(workspaceId, deployment.id, { unitKey, limit: 2, cursor });
      const page = await list();
      expect(page.items.map((item) => item.id)).toEqual([third.id, second.id]);
      expect((await list(undefined, page.nextCursor ?? '')).items).toEqual([
        {
          id: first.id,
          at: later(1).toISOString(),
          unitKey: 'browser-1',
          serve: true,
          reason: 'SERVED',
          bucket: 120,
          percentage: 50,
          hashVersion: 1,
          group: null,
          version: 1,
          revision: 1,
          sessionId: session.id,
          attributes: { page: { path: '/pricing' } },
        },
      ]);
      const { items } = await list('browser-1');
      expect(items).toMatchObject([
        { id: third.id, group: 'VIP', percentage: 12.34, sessionId: null },
        { id: first.id },
      ]);
    });

    test('give each recent visitor once, with the newest attributes', async () => {
      const { workspaceId, deployment } = await deployed(store);
      const seen = (unitKey: string, minute: number) =>
        store.visits.recordDecision(
          workspaceId,
          served(deployment, { unitKey, at: later(minute), attributes: { page: { minute } } }),
        );
      for (const [unitKey, minute] of [
        ['a', 1],
        ['b', 2],
        ['a', 3],
        ['c', 4],
      ] as const)
        await seen(unitKey, minute);
      expect(await store.visits.recentVisitors(workspaceId, deployment.id, 2)).toEqual([
        { unitKey: 'c', attributes: { page: { minute: 4 } } },
        { unitKey: 'a', attributes: { page: { minute: 3 } } },
      ]);
    });

    test('lose their attributes and ended visits are forgotten when their time is over', async () => {
      const place = await deployed(store);
      const { workspaceId, deployment } = place;
      const draw = { bucket: 120, percentage: 50 };
      const old = served(deployment, { visitEndsAt: later(hour) });
      const recent = served(deployment, {
        unitKey: 'b',
        at: later(day),
        visitEndsAt: later(2 * day),
      });
      for (const decision of [old, recent]) await store.visits.recordDecision(workspaceId, decision);
      const before = { decisionAttributes: later(1), remembered: later(day) };
      expect(await store.forget(before, 1000)).toBe(2);
      expect(await store.forget(before, 1000)).toBe(0);
      const { items } = await store.visits.listDecisions(workspaceId, deployment.id, { limit: 10 });
      expect(items).toMatchObject([
        { id: recent.id, attributes: recent.attributes },
        { id: old.id, attributes: null },
      ]);
      const context = await contextOf(place);
      expect((await store.visits.findVisit(context, browser, noon)).draw).toBeNull();
      const other = await store.visits.findVisit(context, { namespace: 'visitor', key: 'b' }, later(day));
      expect(other.draw).toEqual(draw);
    });

    test('are forgotten no more at a time than asked', async () => {
      const { workspaceId, deployment } = await deployed(store);
      for (let index = 0; index < 3; index += 1) await store.visits.recordDecision(workspaceId, served(deployment));
      const before = { decisionAttributes: later(1), remembered: noon };
      for (const forgotten of [2, 1, 0]) expect(await store.forget(before, 2)).toBe(forgotten);
    });
  });
}
