import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FakeModelServer, startFakeModelServer } from '../harness/fake-model-server.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';
import { until } from '../harness/until.ts';

let model: FakeModelServer;
let parley: TestParley;
beforeAll(async () => {
  model = await startFakeModelServer();
  parley = await startParley({ httpAllow: [model.host] });
});
afterAll(async () => {
  await parley.stop();
  await model.close();
});

const embedding = (name: string) => ({
  embedding: { provider: 'openai-compatible', model: name, baseUrl: model.baseUrl, apiKey: null },
});

async function vectors(sourceId: string, revision: number, name: string): Promise<number | undefined> {
  const { store } = parley.parley.ctx;
  const { workspaceId } = parley.actor;
  const { embedder } = await parley.parley.ctx.brains.of(workspaceId);
  expect(embedder?.model).toContain(name);
  const kept = await store.indexes.loadVectors(workspaceId, embedder?.model ?? '', [{ sourceId, revision }]);
  return kept.get(`${sourceId}/${revision}`)?.length;
}

test('texts are embedded when a model for it is set, when they change, and anew for another model', async () => {
  const early = await parley.owner.note('Opening hours', '# Summer\n\nWe open at nine.\n\n# Winter\n\nWe open at ten.');
  await parley.owner.must(200, 'PATCH', '/api/v1/models', embedding('first-model'));
  const one = await until(() => vectors(early.id, 1, 'first-model'), Boolean);
  const late = await parley.owner.note('Prices', 'It costs ten euros.');
  const single = await until(() => vectors(late.id, 1, 'first-model'), Boolean);
  expect(one).toBe(2 * (single ?? 0));
  await parley.owner.must(200, 'PATCH', `/api/v1/sources/${late.id}`, { text: 'It costs eleven euros.', revision: 1 });
  await until(() => vectors(late.id, 2, 'first-model'), Boolean);
  await parley.owner.must(200, 'PATCH', '/api/v1/models', embedding('other-model'));
  await until(() => vectors(early.id, 1, 'other-model'), Boolean);
  const sent = model.requests.map(({ body }) => [body.model, body.input].flat().join(' | '));
  expect(sent).toContain(
    'first-model | Opening hours > Summer\n\nWe open at nine. | Opening hours > Winter\n\nWe open at ten.',
  );
});
