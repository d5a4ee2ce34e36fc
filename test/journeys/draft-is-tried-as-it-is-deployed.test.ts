import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApiKey } from '../../server/access/api-keys.ts';
import type { Question } from '../../server/ports/brain.ts';
import { sameBrains, sayInPieces, scriptedBrain } from '../../server/ports/testing/scripted-brain.ts';
import type { Json } from '../harness/http-client.ts';
import { ownerOf } from '../harness/parley-client.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';
import { until } from '../harness/until.ts';

const question = 'How much is the team plan, and what are its margins?';
const secret = 'Our purchase price from Globex is 7.31 euros; the code word is HERON-4471.';
const call = { id: 'demo', label: 'Book a demo', url: 'https://example.com/demo', description: 'Half an hour' };

const brain = scriptedBrain();
let parley: TestParley;
let twinId: string;
let prices: Json;
let margins: Json;
let deployment: Json;

beforeAll(async () => {
  parley = await startParley({ brains: sameBrains(brain) });
  const { owner } = parley;
  twinId = (await owner.publishedTwin('Ada')).id;
  prices = await owner.note('Prices', 'The team plan costs 60 euros a month.');
  margins = await owner.note('Margins of the team plan', secret);
  await owner.note('Salaries', 'The team of the plan earns 93,500 euros.');
  deployment = await owner.deployTwin(twinId, {
    sources: { [prices.id]: 'mentioned', [margins.id]: 'internal' },
    behavior: { goal: 'The visitor books a demo.', instructions: 'Be brief.', languages: ['de', 'fr'] },
    capabilities: { collectEmail: true, callsToAction: [{ ...call, condition: 'Asked for prices' }] },
  });
});
afterAll(() => parley?.stop());
beforeEach(() => {
  brain.does(async (_, hear) => {
    sayInPieces(hear, 'It is so.');
    return {};
  });
});

const path = () => `/api/v1/twins/${twinId}/replies`;
const tried = (body: object): Promise<Json> => parley.owner.must(200, 'POST', path(), { question, ...body });

/** What the brain was asked, but for what differs from talk to talk. */
function asked(): Partial<Question> {
  const { twin, search, transcript, ...rest } = brain.questions.at(-1) as Question;
  return rest;
}

describe('as a deployment', () => {
  test('the brain is asked exactly what it is asked in a session', async () => {
    const session = await parley.visitor(deployment.key).start({ language: 'fr-CH' });
    const before = brain.questions.length;
    await session.send(question);
    await until(
      async () => brain.questions.length,
      (count) => count > before,
    );
    const inSession = asked();
    await tried({ deploymentId: deployment.id, language: 'fr-CH' });
    expect(asked()).toEqual(inSession);
    expect(inSession).toMatchObject({
      goal: 'The visitor books a demo.',
      instructions: ['Be brief.'],
      language: 'fr',
      languages: ['de', 'fr'],
      actions: [{ id: 'demo' }],
      mayAskEmail: true,
    });
    expect(inSession.passages?.map(({ title, access }) => [title, access]).sort()).toEqual([
      ['Margins of the team plan', 'internal'],
      ['Prices', 'mentioned'],
    ]);
  });

  test('what the answer shows beside its words is told', async () => {
    brain.does(async (_, hear) => {
      sayInPieces(hear, 'Let us talk.');
      return { actionIds: ['demo', 'unknown'], asksEmail: true, offersEnd: true, handoff: { note: 'wants prices' } };
    });
    const { id, ...shown } = call;
    expect(await tried({ deploymentId: deployment.id })).toMatchObject({
      actions: [{ actionId: id, ...shown }],
      asksEmail: true,
      offersEnd: true,
      handsOff: true,
    });
  });

  test('an internal source is kept back as it is from visitors', async () => {
    brain.does(async ({ passages }, hear) => {
      sayInPieces(hear, `The plan costs 60 euros [1]. ${secret} The code word is H-E-R-O-N 4471.`);
      return { cited: passages, suggestions: ['What is HERON-4471?'] };
    });
    const reply = await tried({ deploymentId: deployment.id });
    expect(JSON.stringify({ ...reply, passages: [] })).not.toMatch(/7\.31|HERON|H-E-R-O-N|Globex|Margins/);
    expect(reply.text).toContain('The plan costs 60 euros');
  });

  test('what the try says otherwise holds, field by field, and the deployment stays as it is', async () => {
    await tried({ deploymentId: deployment.id, goal: 'Another goal.', sources: { [margins.id]: 'mentioned' } });
    expect(asked()).toMatchObject({
      goal: 'Another goal.',
      instructions: ['Be brief.'],
      languages: ['de', 'fr'],
      language: 'de',
      passages: [{ title: 'Margins of the team plan', access: 'mentioned' }],
    });
    await tried({ deploymentId: deployment.id, goal: '', instructions: '', languages: ['en'] });
    expect(asked()).toMatchObject({ goal: '', instructions: [], languages: ['en'], language: 'en' });
    const { links: _, ...now } = await parley.owner.must(200, 'GET', `/api/v1/deployments/${deployment.id}`);
    expect(deployment).toMatchObject(now);
  });

  test('its settings are those of now, not of when it was made', async () => {
    const { id } = await parley.owner.deployTwin(twinId, { sources: { [prices.id]: 'mentioned' } });
    await parley.owner.must(200, 'PATCH', `/api/v1/deployments/${id}`, { sources: {} });
    await tried({ deploymentId: id });
    expect(asked()).toMatchObject({ passages: [] });
  });
});

describe('without a deployment', () => {
  test('every global source may be mentioned, and no goal is set', async () => {
    await tried({});
    expect(asked()).toMatchObject({ goal: '', instructions: [], language: 'en', languages: ['en'], actions: [] });
    expect(asked().passages?.map(({ access }) => access)).toEqual(['mentioned', 'mentioned', 'mentioned']);
  });

  test('a language said alone is the only one allowed', async () => {
    await tried({ language: 'pt-BR' });
    expect(asked()).toMatchObject({ language: 'pt-BR', languages: ['pt-BR'] });
    await tried({ language: 'pt-BR', languages: ['en', 'de'] });
    expect(asked()).toMatchObject({ language: 'en', languages: ['en', 'de'] });
  });

  test('a source that is unavailable is not read', async () => {
    await tried({ sources: { [prices.id]: 'unavailable', [margins.id]: 'internal' } });
    expect(asked().passages?.map(({ title, access }) => [title, access])).toEqual([
      ['Margins of the team plan', 'internal'],
    ]);
  });
});

test.each([
  ['a deployment that is not there', { deploymentId: 'dep_x' }, 'deploymentId'],
  ['a goal that is too long', { goal: 'a'.repeat(16_001) }, 'goal'],
  ['instructions that are too long', { instructions: 'a'.repeat(16_001) }, 'instructions'],
  ['no language', { languages: [] }, 'languages'],
  ['a language that is none', { languages: ['en', 'no language!'] }, 'languages.1'],
  ['the same language twice', { languages: ['en', 'en'] }, 'languages'],
  ["a visitor's language that is none", { language: 'no language!' }, 'language'],
  ['an access that is none', { sources: { src_1: 'quoted' } }, 'sources.src_1'],
])('%s is refused at its field', async (_what, body, field) => {
  const before = brain.questions.length;
  const { status, body: problem } = await parley.owner.call('POST', path(), { question, ...body });
  expect([status, problem.code, problem.problems?.map((each: Json) => each.field)]).toEqual([
    400,
    'invalid_request',
    [field],
  ]);
  expect(brain.questions).toHaveLength(before);
});

test('a key that may not read deployments tries without them only', async () => {
  const { key } = await createApiKey(parley.parley.ctx, parley.actor, { name: 'k', scopes: ['twins:write'] });
  const trainer = ownerOf(parley.url, key);
  await trainer.must(200, 'POST', path(), { question });
  const { status, body } = await trainer.call('POST', path(), { question, deploymentId: deployment.id });
  expect([status, body.code]).toEqual([403, 'scope_missing']);
});
