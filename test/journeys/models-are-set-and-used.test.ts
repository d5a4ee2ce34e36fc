import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { embeds, type FakeModelServer, refuses, says, startFakeModelServer } from '../harness/fake-model-server.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';

const key = 'sk-a-very-secret-key';
const path = '/api/v1/models';
let parley: TestParley;
let server: FakeModelServer;
let model: { provider: string; model: string; baseUrl: string; apiKey?: string | null };

beforeAll(async () => {
  server = await startFakeModelServer();
  const fromEnvironment = {
    provider: 'openai-compatible',
    model: 'of-the-house',
    baseUrl: server.baseUrl,
    apiKey: null,
  } as const;
  parley = await startParley({ nodes: 2, model: fromEnvironment });
  model = { provider: 'openai-compatible', model: 'own', baseUrl: server.baseUrl, apiKey: key };
});
afterAll(async () => {
  await parley.stop();
  await server.close();
});
beforeEach(async () => {
  server.always((request, response) =>
    (request.path.endsWith('/embeddings') ? embeds() : says('OK'))(request, response),
  );
  await parley.owner.must(200, 'PATCH', path, { first: null, second: null, embedding: null });
});

const namesOn = async (node: number) => {
  const atHand = await parley.nodes[node]?.ctx.brains.of(parley.actor.workspaceId);
  return atHand?.brains.map(({ name }) => name);
};

describe('models', () => {
  test('of a workspace answer before the built-in brain, on every node from the reply on', async () => {
    expect(await namesOn(1)).toEqual(['openai-compatible of-the-house', 'built-in']);
    await parley.owner.must(200, 'PATCH', path, { first: model, second: { ...model, model: 'spare' } });
    for (const node of [0, 1])
      expect(await namesOn(node)).toEqual(['openai-compatible own', 'openai-compatible spare', 'built-in']);
    await parley.owner.must(200, 'PATCH', path, { first: null });
    expect(await namesOn(1)).toEqual(['openai-compatible of-the-house', 'openai-compatible spare', 'built-in']);
  });

  test('keep their failures in mind while their settings stay', async () => {
    const { brains } = parley.parley.ctx;
    const before = await brains.of(parley.actor.workspaceId);
    const after = await brains.of(parley.actor.workspaceId);
    expect(after.brains[0]).toBe(before.brains[0]);
  });

  test('embed only where one is set', async () => {
    const embedder = async () => (await parley.parley.ctx.brains.of(parley.actor.workspaceId)).embedder;
    expect(await embedder()).toBeNull();
    await parley.owner.must(200, 'PATCH', path, { embedding: model });
    const vectors = await (await embedder())?.embed(['a', 'ae'], new AbortController().signal);
    expect(vectors).toEqual([Float32Array.of(1, 0, 0, 0), Float32Array.of(1, 1, 0, 0)]);
  });
});

describe('a key', () => {
  test('is stored sealed and never shown', async () => {
    const { owner, parley: node } = parley;
    const changed = await owner.must(200, 'PATCH', path, { first: model });
    expect(changed).toEqual({
      first: { provider: 'openai-compatible', model: 'own', baseUrl: server.baseUrl, hasApiKey: true },
      second: null,
      embedding: null,
      fromEnvironment: { provider: 'openai-compatible', model: 'of-the-house' },
    });
    const stored = await node.ctx.store.read(parley.actor.workspaceId, ({ models }) => models.list());
    const audit = await owner.must(200, 'GET', '/api/v1/audit');
    for (const written of [changed, stored, audit, await owner.must(200, 'GET', path)])
      expect(JSON.stringify(written)).not.toContain(key);
    expect(audit.items[0]).toMatchObject({ action: 'models.changed', fields: ['first'] });
  });

  test('stays while it is not named, and goes with null', async () => {
    const { owner } = parley;
    const { apiKey: _, ...keyless } = model;
    await owner.must(200, 'PATCH', path, { first: model });
    expect((await owner.must(200, 'PATCH', path, { first: { ...keyless, model: 'newer' } })).first).toMatchObject({
      model: 'newer',
      hasApiKey: true,
    });
    await owner.must(200, 'POST', `${path}/test`, { role: 'first' });
    expect(server.requests.at(-1)?.headers.authorization).toBe(`Bearer ${key}`);
    expect((await owner.must(200, 'PATCH', path, { first: { ...keyless, apiKey: null } })).first.hasApiKey).toBe(false);
  });

  test('is never sent to another address than it was stored for', async () => {
    const { owner } = parley;
    const { apiKey: _, ...keyless } = model;
    await owner.must(200, 'PATCH', path, { first: model });
    const elsewhere = { ...keyless, baseUrl: 'https://elsewhere.example.com/v1' };
    const refused = await owner.must(400, 'PATCH', path, { first: elsewhere });
    expect(refused.problems).toMatchObject([{ field: 'first.apiKey', message: expect.stringContaining('again') }]);
    const untested = await owner.must(400, 'POST', `${path}/test`, { role: 'first', model: elsewhere });
    expect(untested.problems).toMatchObject([{ field: 'model.apiKey' }]);
  });
});

test.each([
  [{ first: { provider: 'openai', model: 'gpt-5' } }, 'first.apiKey'],
  [{ second: { provider: 'openai-compatible', model: 'x' } }, 'second.baseUrl'],
  [{ embedding: { provider: 'anthropic', model: 'x', apiKey: key } }, 'embedding.provider'],
  [{ first: { provider: 'openai-compatible', model: 'x', baseUrl: 'http://me:pw@host/v1' } }, 'first.baseUrl'],
  [{ first: { provider: 'openai-compatible', model: '', baseUrl: 'http://host/v1' } }, 'first.model'],
  [{ first: { provider: 'other', model: 'x' } }, 'first.provider'],
])('%j is refused at its field, and nothing changes', async (change, field) => {
  const { owner } = parley;
  const before = await owner.must(200, 'GET', path);
  const { problems } = await owner.must(400, 'PATCH', path, { ...change });
  expect(problems).toMatchObject([{ field }]);
  expect(await owner.must(200, 'GET', path)).toEqual(before);
});

describe('a test of a model', () => {
  test('says what it answered', async () => {
    const { owner } = parley;
    expect(await owner.must(200, 'POST', `${path}/test`)).toEqual({
      ok: true,
      detail: 'openai-compatible of-the-house answered: “OK”',
    });
    expect(await owner.must(200, 'POST', `${path}/test`, { role: 'second' })).toMatchObject({ ok: false });
    expect(await owner.must(200, 'POST', `${path}/test`, { role: 'second', model })).toMatchObject({ ok: true });
    expect(await owner.must(200, 'POST', `${path}/test`, { role: 'embedding', model })).toEqual({
      ok: true,
      detail: 'openai-compatible own gives vectors of 4 numbers.',
    });
  });

  test('says why it cannot be reached, without the key', async () => {
    server.always(refuses(401, {}, `wrong key ${key}`));
    const outcome = await parley.owner.must(200, 'POST', `${path}/test`, { model });
    expect(outcome).toEqual({
      ok: false,
      detail: 'openai-compatible own refused the API key (it answered 401).',
    });
  });

  test('does not reach into the private network', async () => {
    const inside = { provider: 'openai-compatible', model: 'x', baseUrl: 'http://10.0.0.1/v1' };
    const outcome = await parley.owner.must(200, 'POST', `${path}/test`, { model: inside });
    expect(outcome).toMatchObject({ ok: false, detail: expect.stringContaining('only public addresses') });
  });
});
