import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Endpoint } from '../../contract/endpoint.ts';
import { endpoints } from '../../contract/endpoints.ts';
import { scopes } from '../../contract/scopes.ts';
import { emptyTwin } from '../../core/twin/twin.ts';
import { createApiKey } from '../../server/access/api-keys.ts';
import { ensureOwner, systemActor } from '../../server/access/first-start.ts';
import { everythingStored } from '../harness/everything-stored.ts';
import { graphOf, greetingGraph } from '../harness/flow-graphs.ts';
import { httpClient, type Json } from '../harness/http-client.ts';
import { type Owner, ownerOf } from '../harness/parley-client.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';

let parley: TestParley;
/** The owner of another workspace on the same server, by API key and signed in. */
let stranger: Owner;
let cookie: string;
/** An id of ours for each kind of thing. */
let ids: Readonly<Record<string, string>>;
let before: Json;

beforeAll(async () => {
  parley = await startParley();
  const { owner, actor } = parley;
  const { ctx } = parley.parley;
  await ensureOwner(ctx, actor, { email: 'owner@example.com', password: 'correct horse battery' });
  const flow = await owner.publishedFlow(greetingGraph());
  const deployment = await owner.deploy(flow.id);
  const session = await parley.visitor(deployment.key).start({ unitKey: 'ann' });
  await session.end();
  await owner.must(204, 'PUT', '/api/v1/secrets/TOKEN', { value: 'secret' });
  const invitation = await owner.must(201, 'POST', '/api/v1/invitations', { role: 'editor' });
  const first = async (path: string) => (await owner.must(200, 'GET', `/api/v1/${path}`)).items[0];
  ids = {
    flows: flow.id,
    deployments: deployment.id,
    sessions: session.id,
    twins: (await owner.publishedTwin()).id,
    sources: (await owner.note('Prices', 'It costs ten euros.')).id,
    people: (await first('people')).id,
    members: (await first('members')).userId,
    invitations: invitation.id,
    'api-keys': (await first('api-keys')).id,
    secrets: 'TOKEN',
  };
  stranger = await ownerOfAnotherWorkspace();
  cookie = await signIn(await stranger.must(201, 'POST', '/api/v1/invitations', { role: 'owner' }));
  before = await everythingStored(owner);
});
afterAll(() => parley.stop());

async function ownerOfAnotherWorkspace(): Promise<Owner> {
  const { ctx } = parley.parley;
  const id = ctx.ids.next('wsp');
  const identitySecretSealed = ctx.vault.seal(ctx.ids.secret(), `identity:${id}`);
  await ctx.store.access.createWorkspace({ id, name: 'Another', identitySecretSealed, at: ctx.clock.now() });
  const { key } = await createApiKey(ctx, systemActor(id), { name: 'stranger', scopes });
  return ownerOf(parley.url, key);
}

/** Accepts the invitation: the cookies of a member. */
async function signIn({ link }: { link: string }): Promise<string> {
  const account = { name: 'Eve', email: 'eve@example.com', password: 'correct horse battery' };
  const token = new URL(link).hash.slice(1);
  const { status, headers } = await httpClient(parley.url)('POST', '/api/v1/invitations/accept', { ...account, token });
  expect(status).toBe(201);
  return headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}

/** A body that the endpoint would take for a thing of the caller's own. */
const bodies: Readonly<Record<string, object>> = {
  renameFlow: { name: 'Mine' },
  saveDraft: { revision: 2, graph: greetingGraph('mine') },
  restoreVersion: { revision: 2, number: 1 },
  publishVersion: {},
  testRequest: { method: 'GET', url: 'https://example.com', headers: {}, timeoutMs: 1000 },
  changeDeployment: { status: 'inactive' },
  changePerson: { name: 'Mine' },
  mergePerson: { into: 'per_mine' },
  explainDecision: { unitKey: 'ann' },
  previewRollout: { rollout: { percentage: 50 } },
  startTrustedSession: { unitKey: 'ann', mode: 'chat' },
  renameTwin: { name: 'Mine' },
  saveTwinDraft: { revision: 2, persona: emptyTwin('Mine').persona },
  restoreTwinVersion: { revision: 2, number: 1 },
  publishTwinVersion: {},
  tryTwin: { question: 'What does it cost?' },
  proposeRules: { sourceIds: ['src_1'] },
  changeSource: { text: 'Mine.', revision: 1 },
  judgeSession: { outcome: 'achieved' },
  changeMemberRole: { role: 'viewer' },
};
const queries: Readonly<Record<string, string>> = {
  diffVersions: '?from=1&to=draft',
  diffTwinVersions: '?from=1&to=draft',
};
/** Makes a thing of the caller's own under the name, whoever else has one of that name. */
const makesOwn = 'saveSecret';

const ofOneThing = Object.values(endpoints)
  .filter(
    (endpoint: Endpoint) => endpoint.auth.kind === 'owner' && endpoint.path.includes(':') && endpoint.id !== makesOwn,
  )
  .map((endpoint: Endpoint) => [endpoint.id, endpoint] as const);

test.each(ofOneThing)('%s does not find what is ours', async (id, { method, path, body }) => {
  const kind = path.split('/')[3] ?? '';
  const address = path.replace(/:(id|name)\b/, ids[kind] ?? 'unknown').replace(/:(number|revision)\b/, '1');
  if (body) expect(bodies, 'a body for every endpoint that takes one').toHaveProperty(id);
  const answer = await httpClient(parley.url)(method, address + (queries[id] ?? ''), bodies[id], {
    headers: { cookie, origin: parley.url },
  });
  expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
  expect(await everythingStored(parley.owner)).toEqual(before);
});

test('lists hold nothing of ours', async () => {
  const theirs = await everythingStored(stranger);
  for (const list of ['flows', 'twins', 'sources', 'deployments', 'sessions', 'people', 'invitations', 'secrets']) {
    expect([list, theirs[list]]).toEqual([list, []]);
  }
  expect(theirs.apiKeys.map((key: Json) => key.name)).toEqual(['stranger']);
  expect(theirs.members.map((member: Json) => member.email)).toEqual(['eve@example.com']);
  expect(theirs.workspace.name).toBe('Another');
});

test('our flow and our twin can be neither deployed nor run as a part of theirs', async () => {
  for (const subject of [
    { kind: 'flow', id: ids.flows },
    { kind: 'twin', id: ids.twins },
  ]) {
    const deployment = { name: 'Mine', subject, platform: { kind: 'web' } };
    const deployed = await stranger.call('POST', '/api/v1/deployments', deployment);
    expect([deployed.status, deployed.body.code]).toEqual([400, 'invalid_request']);
  }

  const borrowing = graphOf(
    [
      ['start', 'start'],
      ['part', 'subflow', { flowId: ids.flows }],
      ['talk', 'twin', { twinId: ids.twins }],
    ],
    [
      ['start', 'part'],
      ['part', 'talk'],
    ],
  );
  const flow = await stranger.createFlow(borrowing);
  const published = await stranger.call('POST', `/api/v1/flows/${flow.id}/versions`);
  expect([published.status, published.body.code]).toEqual([422, 'flow_invalid']);
  expect(published.body.problems).toEqual([
    expect.objectContaining({ nodeId: 'part', field: 'flowId' }),
    expect.objectContaining({ nodeId: 'talk', field: 'twinId' }),
  ]);
});

test('a twin of theirs is not tried as our deployment, nor with our sources', async () => {
  const twin = await stranger.must(201, 'POST', '/api/v1/twins', { name: 'Mine' });
  const path = `/api/v1/twins/${twin.id}/replies`;
  const question = 'What does it cost?';
  const asOurs = await stranger.call('POST', path, { question, deploymentId: ids.deployments });
  expect([asOurs.status, asOurs.body.problems[0].field]).toEqual([400, 'deploymentId']);
  const fromOurs = await stranger.must(200, 'POST', path, { question, sources: { [ids.sources ?? '']: 'mentioned' } });
  expect(fromOurs).toMatchObject({ passages: [], citations: [] });
});

test('our person is given no source of theirs', async () => {
  const note = { name: 'Mine', text: 'It costs nothing.', personId: ids.people };
  const { status, body } = await stranger.call('POST', '/api/v1/sources/notes', note);
  expect([status, body.problems[0].field]).toEqual([400, 'personId']);
});

test('a secret of the same name is theirs alone', async () => {
  await stranger.must(204, 'PUT', '/api/v1/secrets/TOKEN', { value: 'theirs' });
  await stranger.must(204, 'DELETE', '/api/v1/secrets/TOKEN');
  expect(await everythingStored(parley.owner)).toEqual(before);
});

test('filters by what is ours find nothing', async () => {
  for (const filter of [`deployment=${ids.deployments}`, `person=${ids.people}`, 'unitKey=ann']) {
    expect((await stranger.must(200, 'GET', `/api/v1/sessions?${filter}`)).items).toEqual([]);
  }
});
