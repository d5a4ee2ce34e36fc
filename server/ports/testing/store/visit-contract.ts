import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../store/store.ts';
import type { NewDecision, UnitIdentity, VisitContext } from '../../store/visit-store.ts';
import {
  author,
  browser,
  contextOf,
  type Deployed,
  day,
  deployed,
  hour,
  later,
  newDeployment,
  newFlow,
  noon,
  publish,
  revisionId,
  served,
  settings,
  signedIn,
} from './scenario.ts';
import type { CurrentStore } from './store-under-test.ts';

export function describeVisits(current: CurrentStore): void {
  let store: Store;
  beforeEach(() => {
    store = current().store;
  });

  describe('the context of a decision', () => {
    test('holds everything a decision needs, by public key and by id', async () => {
      const place = await deployed(store);
      const { workspaceId, deployment, flowId, version } = place;
      const context = await contextOf(store, place);
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
      expect(await contextOf(store, { deployment })).toMatchObject({ version: null });
    });

    test('follows the newest version, or stays with the pinned one', async () => {
      const place = await deployed(store);
      const { workspaceId, flowId, deployment } = place;
      const second = await publish(store, workspaceId, flowId);
      expect(await contextOf(store, place)).toMatchObject({ version: { id: second.id, number: 2 } });
      const pin = (number: number, from: number) => {
        const next = { id: revisionId(), settings: settings({ versionPolicy: { kind: 'pinned', number } }) };
        const change = { ...next, changed: ['versionPolicy'], at: noon, by: author };
        return store.write(workspaceId, ({ deployments }) => deployments.revise(deployment.id, from, change, null));
      };
      await pin(1, 1);
      expect(await contextOf(store, place)).toMatchObject({
        revision: 2,
        version: { id: place.version.id, number: 1 },
      });
      await pin(7, 2);
      expect(await contextOf(store, place)).toMatchObject({ version: null });
    });
  });

  describe('who a visitor is', () => {
    const unit = async (context: VisitContext, identity: UnitIdentity) => {
      const { unitKey, unitNamespace } = await store.visits.findVisit(context, identity, noon);
      return { unitKey, unitNamespace };
    };

    test('a browser is its own key', async () => {
      const context = await contextOf(store, await deployed(store));
      expect(await unit(context, browser)).toEqual({ unitKey: 'browser-1', unitNamespace: 'visitor' });
    });

    test('a subject takes the key of the browser it first signs in with, for good', async () => {
      const context = await contextOf(store, await deployed(store));
      const ada = { unitKey: 'browser-1', unitNamespace: 'visitor' };
      expect(await unit(context, signedIn('ada', 'browser-1'))).toEqual(ada);
      expect(await unit(context, signedIn('ada', 'browser-2'))).toEqual(ada);
      expect(await unit(context, signedIn('ada'))).toEqual(ada);
    });

    test('a second subject on the same browser keeps a key of its own', async () => {
      const context = await contextOf(store, await deployed(store));
      await unit(context, signedIn('ada', 'browser-1'));
      const grace = { unitKey: 'grace', unitNamespace: 'subject' };
      expect(await unit(context, signedIn('grace', 'browser-1'))).toEqual(grace);
      expect(await unit(context, signedIn('grace', 'browser-9'))).toEqual(grace);
    });

    test('subjects who sign in on one browser at once get one bucket key each', async () => {
      const context = await contextOf(store, await deployed(store));
      const subjects = ['a', 'b', 'c', 'd', 'e', 'a', 'b', 'c', 'd', 'e'];
      const found = await Promise.all(subjects.map((key) => unit(context, signedIn(key, 'browser-1'))));
      const byBrowser = subjects.filter((_, index) => found[index]?.unitKey === 'browser-1');
      expect(new Set(byBrowser).size).toBe(1);
      expect(new Set(found.map((visit) => visit.unitKey)).size).toBe(5);
    });

    test('a subject named like a browser has another key', async () => {
      const context = await contextOf(store, await deployed(store));
      expect(await unit(context, browser)).toEqual({ unitKey: 'browser-1', unitNamespace: 'visitor' });
      expect(await unit(context, signedIn('browser-1'))).toEqual({ unitKey: 'browser-1', unitNamespace: 'subject' });
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
    const visitAt = async (place: Deployed, at: Date) =>
      store.visits.findVisit(await contextOf(store, place), browser, at);

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
      const visit = await store.visits.findVisit(
        await contextOf(store, place),
        signedIn('ada', 'browser-1'),
        later(hour),
      );
      expect(visit.draw).toEqual({ bucket: 120, percentage: 25 });
    });

    test('belongs to one deployment', async () => {
      const place = await deployed(store);
      await record(place, drawn(25));
      const deployment = await newDeployment(store, place.workspaceId, place.flowId);
      expect((await visitAt({ ...place, deployment }, noon)).draw).toBeNull();
    });
  });
}
