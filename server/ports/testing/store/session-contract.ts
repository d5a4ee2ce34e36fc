import { beforeEach, describe, expect, test } from 'vitest';
import { emptyGraph } from '../../../../core/flow/graph.ts';
import type { Outcome } from '../../../../core/goal/goal.ts';
import type { SessionEvent } from '../../../../core/session/session-event.ts';
import { emptyTwin } from '../../../../core/twin/twin.ts';
import type { SessionFilter } from '../../store/session-store.ts';
import type { Store } from '../../store/store.ts';
import {
  activeState,
  author,
  deployed,
  endedState,
  hour,
  ids,
  later,
  loaded,
  newDeployment,
  newWorkspace,
  noon,
  publish,
  revisionId,
  said,
  served,
  settings,
  started,
  startedSession,
  turn,
} from './scenario.ts';
import type { CurrentStore } from './store-under-test.ts';

const achieved: Outcome = { outcome: 'achieved', reason: 'The email was left.', by: 'criteria' };

export function describeSessions(current: CurrentStore): void {
  describe('sessions', () => {
    let store: Store;
    beforeEach(() => {
      store = current().store;
    });

    test('are read with events, decision, settings and evaluation', async () => {
      const place = await deployed(store);
      const { workspaceId, deployment, version } = place;
      const decision = served(deployment);
      await store.visits.recordDecision(workspaceId, decision);
      const session = await startedSession(store, place, { decisionId: decision.id });
      const hello = said(2, 'hello', undefined, later(1));
      const state = endedState(session, { lastSeq: 2 });
      await store.turns.commit(turn(session, { state, events: [hello], at: later(1) }));
      await store.write(workspaceId, ({ sessions }) => sessions.saveEvaluation(session.id, achieved, later(2), false));
      const found = await store.read(workspaceId, ({ sessions }) => sessions.find(session.id));
      expect(found).toEqual({
        id: session.id,
        deployment: { id: deployment.id, name: 'Website', revision: 1 },
        subject: { kind: 'flow', id: place.flowId, name: 'Support' },
        version: { id: version.id, number: 1 },
        kind: 'live',
        status: 'ended',
        endReason: 'visitorLeft',
        mode: 'chat',
        language: 'en',
        personId: expect.stringMatching(/^per_/),
        personName: null,
        unitKey: 'browser-1',
        startedAt: later(0).toISOString(),
        lastEventAt: later(1).toISOString(),
        endedAt: later(1).toISOString(),
        messageCount: 1,
        preview: 'hello',
        unread: false,
        evaluation: { ...achieved, at: later(2).toISOString() },
        state,
        settings: deployment.settings,
        decision: expect.objectContaining({ id: decision.id, sessionId: session.id }),
        events: [started(), { ...hello, clientMessageId: undefined }],
      });
      expect(await store.read(workspaceId, ({ sessions }) => sessions.find('ses_none'))).toBeNull();
    });

    test('name the twin they run, by its name of today', async () => {
      const workspaceId = await newWorkspace(store);
      const twinId = ids.next('twn');
      const { version, deployment } = await store.write(workspaceId, async ({ twins, deployments }) => {
        await twins.create({ id: twinId, name: 'Ada', content: emptyTwin('Ada'), at: noon, by: author });
        const content = { graph: emptyGraph(), subflows: {} };
        const published = { id: ids.next('ver'), subjectId: twinId, content, note: null, at: noon, by: author };
        const first = { id: revisionId(), settings: settings(), changed: ['name'], at: noon, by: author };
        return {
          version: await twins.publish(published),
          deployment: await deployments.create({
            id: ids.next('dep'),
            key: ids.secret(),
            salt: 'salt',
            subject: { kind: 'twin', id: twinId },
            platform: { kind: 'web' },
            first,
            nextStepAt: null,
          }),
        };
      });
      const { id } = await startedSession(store, { workspaceId, flowId: ids.next('flw'), version, deployment });
      await store.write(workspaceId, ({ twins }) => twins.rename(twinId, 'Ada Lovelace', later(1)));
      const subject = { kind: 'twin', id: twinId, name: 'Ada Lovelace' };
      await store.read(workspaceId, async ({ sessions, rollups }) => {
        expect((await sessions.find(id))?.subject).toEqual(subject);
        const span = { from: later(-hour), to: later(hour), timeZone: 'UTC' };
        expect((await rollups.sessions(span)).versions).toMatchObject([{ subject, number: 1, sessions: 1 }]);
      });
    });

    test('keep the revision and version they began with', async () => {
      const place = await deployed(store);
      const session = await startedSession(store, place);
      await publish(store, place.workspaceId, place.flowId);
      const found = await store.read(place.workspaceId, ({ sessions }) => sessions.find(session.id));
      expect(found).toMatchObject({ version: { number: 1 }, deployment: { revision: 1 } });
    });

    test('are judged once, unless the judgement is replaced', async () => {
      const place = await deployed(store);
      const { id } = await startedSession(store, place);
      const judge = (outcome: Outcome['outcome'], replace: boolean) =>
        store.write(place.workspaceId, ({ sessions }) =>
          sessions.saveEvaluation(id, { ...achieved, outcome }, later(1), replace),
        );
      const judged = async () =>
        (await store.read(place.workspaceId, ({ sessions }) => sessions.find(id)))?.evaluation?.outcome;
      expect(await judge('achieved', false)).toBe(true);
      expect(await judge('unclear', false)).toBe(false);
      expect(await judged()).toBe('achieved');
      expect(await judge('notAchieved', true)).toBe(true);
      expect(await judged()).toBe('notAchieved');
      const { items } = await store.read(place.workspaceId, ({ sessions }) =>
        sessions.list({ outcome: 'notAchieved' }, { limit: 10 }),
      );
      expect(items.map((item) => item.id)).toEqual([id]);
    });

    test('are filtered by everything a list can ask for', async () => {
      const place = await deployed(store);
      const { workspaceId, flowId } = place;
      const version = await publish(store, workspaceId, flowId);
      const other = { ...place, version, deployment: await newDeployment(store, workspaceId, flowId) };
      const plain = await startedSession(store, place, { at: later(1000) });
      const special = await startedSession(store, other, {
        at: later(2000),
        kind: 'test',
        unitKey: 'browser-2',
        state: activeState('any', { mode: 'video', language: 'de' }),
      });
      await store.turns.commit(turn(special, { state: endedState(special) }));
      await store.write(workspaceId, ({ sessions }) => sessions.saveEvaluation(special.id, achieved, later(1), false));
      const list = (filter: SessionFilter) =>
        store.read(workspaceId, async ({ sessions }) =>
          (await sessions.list(filter, { limit: 10 })).items.map(({ id }) => id),
        );
      const found = await store.read(workspaceId, ({ sessions }) => sessions.find(special.id));
      const onlySpecial: SessionFilter[] = [
        { deployment: other.deployment.id },
        { status: 'ended' },
        { outcome: 'achieved' },
        { mode: 'video' },
        { language: 'de' },
        { endReason: 'visitorLeft' },
        { q: 'browser-2' },
        { kind: 'test' },
        { version: 2 },
        { unitKey: 'browser-2' },
        { person: found?.personId ?? '' },
        { from: later(1001).toISOString() },
      ];
      for (const filter of onlySpecial) expect.soft(await list(filter), JSON.stringify(filter)).toEqual([special.id]);
      expect(await list({})).toEqual([special.id, plain.id]);
      expect(await list({ to: later(2000).toISOString() })).toEqual([plain.id]);
      expect(await list({ from: later(1000).toISOString() })).toEqual([special.id, plain.id]);
      expect(await list({ status: 'active', version: 1, kind: 'live', mode: 'chat' })).toEqual([plain.id]);
      expect(await list({ outcome: 'unclear' })).toEqual([]);
      expect(await list({ endReason: 'failed' })).toEqual([]);
    });

    test('are found by words of the person and, once ended, of the messages', async () => {
      const place = await deployed(store);
      const contact = { name: 'Ada Lovelace', email: 'ada.l@example.com' };
      const session = await startedSession(store, place, { contact, person: { subject: 'ada', earlier: null } });
      await startedSession(store, place);
      const find = (q: string) =>
        store.read(place.workspaceId, async ({ sessions }) =>
          (await sessions.list({ q }, { limit: 10 })).items.map(({ id }) => id),
        );
      const found = ['ada', 'LOVELACE', 'love', 'ada love', 'ada.l@example.com', 'example', 'lovelace ada', 'ada.l@ex'];
      for (const q of found) expect.soft(await find(q), q).toEqual([session.id]);
      for (const q of ['bob', 'ovelace', 'ada bob', '!?', "'", ':* & |', 'refund'])
        expect.soft(await find(q), q).toEqual([]);

      const events = [said(2, 'Where is my refund, Zoë?'), said(3, "It's been weeks")];
      await store.turns.commit(turn(session, { events }));
      expect(await find('refund')).toEqual([]);
      await store.turns.commit(turn(await loaded(store, session.id), { state: endedState(session) }));
      for (const q of ['refund', 'refund ada', 'zoë', "it's", 'my ref'])
        expect.soft(await find(q), q).toEqual([session.id]);
      expect(await find('refund bob')).toEqual([]);
    });

    test('are unread until the member has read them, of those since the member joined', async () => {
      const place = await deployed(store);
      const { workspaceId } = place;
      for (const userId of ['usr_a', 'usr_b']) {
        await current().addAccount({ userId, name: userId, email: `${userId}@example.com` });
        await store.write(workspaceId, ({ workspace }) =>
          workspace.addMember({ userId, role: 'viewer', at: later(0) }),
        );
      }
      const before = await startedSession(store, place, { at: later(-1) });
      const first = await startedSession(store, place, { at: later(1) });
      const second = await startedSession(store, place, { at: later(2) });
      const ids = (filter: SessionFilter, member?: string) =>
        store.read(workspaceId, async ({ sessions }) =>
          (await sessions.list(filter, { limit: 10 }, member)).items.map(({ id }) => id),
        );
      const unread = (id: string, member?: string) =>
        store.read(workspaceId, async ({ sessions }) => (await sessions.find(id, member))?.unread);
      const mark = (id: string) => store.write(workspaceId, ({ sessions }) => sessions.markRead(id, 'usr_a', later(3)));

      expect(await ids({ unread: true }, 'usr_a')).toEqual([second.id, first.id]);
      expect([await mark(first.id), await mark(first.id)]).toEqual([true, true]);
      expect(await ids({ unread: true }, 'usr_a')).toEqual([second.id]);
      expect(await ids({ unread: false }, 'usr_a')).toEqual([first.id, before.id]);
      expect(await ids({ unread: true }, 'usr_b')).toEqual([second.id, first.id]);
      expect(await ids({ unread: true })).toEqual([]);
      expect([await unread(first.id, 'usr_a'), await unread(second.id, 'usr_a')]).toEqual([false, true]);
      expect([await unread(before.id, 'usr_a'), await unread(second.id)]).toEqual([false, false]);

      const unmark = (id: string) => store.write(workspaceId, ({ sessions }) => sessions.markUnread(id, 'usr_a'));
      expect(await unmark(first.id)).toBe(true);
      expect(await ids({ unread: true }, 'usr_a')).toEqual([second.id, first.id]);
      expect([await mark('ses_none'), await unmark('ses_none')]).toEqual([false, false]);
    });

    test('show who it was and how the visitor began', async () => {
      const place = await deployed(store);
      const contact = { name: 'Ada' };
      const session = await startedSession(store, place, { contact, person: { subject: 'ada', earlier: null } });
      const list = async () =>
        (await store.read(place.workspaceId, ({ sessions }) => sessions.list({}, { limit: 10 }))).items;
      expect(await list()).toMatchObject([{ personName: 'Ada', preview: null }]);
      const greeting: SessionEvent = { ...said(2, 'Welcome!'), from: 'agent' } as SessionEvent;
      const events = [greeting, said(3, 'x'.repeat(300)), said(4, 'second')];
      await store.turns.commit(turn(session, { events }));
      expect(await list()).toMatchObject([{ personName: 'Ada', preview: 'x'.repeat(200) }]);
    });

    test('come in pages without a gap or a repetition', async () => {
      const place = await deployed(store);
      const made: string[] = [];
      for (const second of [1, 2, 2, 2, 3]) {
        made.unshift((await startedSession(store, place, { at: later(second * 1000) })).id);
      }
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await store.read(place.workspaceId, ({ sessions }) => sessions.list({}, { limit: 2, cursor }));
        seen.push(...page.items.map((item) => item.id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(seen).toEqual(made);
    });

    test('stay hidden from another workspace', async () => {
      const place = await deployed(store);
      const { id } = await startedSession(store, place);
      const other = await newWorkspace(store);
      await store.read(other, async ({ sessions, people }) => {
        expect(await sessions.find(id)).toBeNull();
        expect((await sessions.list({}, { limit: 10 })).items).toEqual([]);
        expect((await people.list({}, { limit: 10 })).items).toEqual([]);
      });
      const judge = (workspaceId: string) =>
        store.write(workspaceId, ({ sessions }) => sessions.saveEvaluation(id, achieved, later(1), false));
      expect(await judge(other)).toBe(false);
      expect(await judge(place.workspaceId)).toBe(true);
    });

    test('do not start in a deployment that is not there', async () => {
      const place = await deployed(store);
      const deployment = { ...place.deployment, id: ids.next('dep') };
      await expect(startedSession(store, { ...place, deployment })).rejects.toThrow();
    });
  });
}
