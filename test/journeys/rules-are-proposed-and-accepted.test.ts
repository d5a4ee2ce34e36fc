import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { UpstreamError } from '../../server/errors.ts';
import type { TextToDistill } from '../../server/ports/brain.ts';
import { sameBrains, sayInPieces, scriptedBrain } from '../../server/ports/testing/scripted-brain.ts';
import type { Json } from '../harness/http-client.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';
import { until } from '../harness/until.ts';

const prices = '# Prices\n\nThe basic plan costs 20 euros a month.';
const letters = '# To a friend\n\nDear friend, as ever in haste and with joy!';

const brain = scriptedBrain();
const second = scriptedBrain('second');
let parley: TestParley;
let priceList: Json;
let letter: Json;
let read: TextToDistill | undefined;

beforeAll(async () => {
  parley = await startParley({ brains: sameBrains(brain, second) });
  priceList = await parley.owner.note('Price list', prices);
  letter = await parley.owner.note('Letters', letters);
});
afterAll(() => parley?.stop());
beforeEach(() => {
  read = undefined;
  brain.distills(async (text) => {
    read = text;
    const passageOf = (title: string) => text.passages.findIndex((passage) => passage.title === title);
    return [
      { kind: 'knowledge', text: 'The basic plan costs 20 euros.', passage: passageOf('Price list') },
      { kind: 'style', text: 'Is warm and brief.', passage: passageOf('Letters') },
      { kind: 'style', text: 'is warm and  brief', passage: passageOf('Letters') },
    ];
  });
  second.distills(async () => {
    throw new Error('nobody asked for the second one');
  });
});

const newTwin = (): Promise<Json> => parley.owner.must(201, 'POST', '/api/v1/twins', { name: 'Ada' });
const proposalsOf = (twin: Json, sourceIds: string[]): Promise<Json> =>
  parley.owner.must(200, 'POST', `/api/v1/twins/${twin.id}/rules/proposals`, { sourceIds });

test('an accepted rule is published with the passage it came from, and a brain goes by it', async () => {
  const { owner } = parley;
  const twin = await newTwin();
  const { proposals } = await proposalsOf(twin, [priceList.id, letter.id]);
  expect(proposals).toEqual([
    {
      kind: 'knowledge',
      text: 'The basic plan costs 20 euros.',
      origin: { sourceId: priceList.id, revision: 1, number: 1 },
      title: 'Price list',
      headings: ['Prices'],
      quote: expect.stringContaining('The basic plan costs 20 euros a month.'),
    },
    expect.objectContaining({
      kind: 'style',
      title: 'Letters',
      origin: { sourceId: letter.id, revision: 1, number: 1 },
    }),
  ]);
  const at = `/api/v1/twins/${twin.id}`;
  expect((await owner.must(200, 'GET', at)).draft).toEqual(twin.draft);

  const [{ text, origin }] = proposals;
  const rule = { id: 'price', text, origin };
  const { revision, persona } = twin.draft;
  await owner.must(200, 'PUT', `${at}/draft`, { revision, persona, knowledgeRules: [rule] });
  await owner.must(201, 'POST', `${at}/versions`, {});
  expect((await owner.must(200, 'GET', `${at}/versions/1`)).knowledgeRules).toEqual([rule]);

  brain.does(async (_, hear) => {
    sayInPieces(hear, 'It is 20 euros.');
    return {};
  });
  const session = await parley.visitor((await owner.deployTwin(twin.id)).key).start();
  await session.send('What does it cost?');
  await until(session.agentTexts, (texts) => texts.includes('It is 20 euros.'));
  expect(brain.questions.at(-1)?.twin.knowledgeRules).toEqual([rule]);
});

test('what the draft says already is not proposed again', async () => {
  const twin = await newTwin();
  const { revision, persona } = twin.draft;
  const styleRules = [{ id: 'warm', text: 'IS WARM and brief.' }];
  await parley.owner.must(200, 'PUT', `/api/v1/twins/${twin.id}/draft`, { revision, persona, styleRules });
  const { proposals } = await proposalsOf(twin, [letter.id, priceList.id, letter.id]);
  expect(proposals.map(({ kind }: Json) => kind)).toEqual(['knowledge']);
  expect(read?.twin.styleRules).toEqual(styleRules);
  expect(read?.passages.map(({ title }) => title).toSorted()).toEqual(['Letters', 'Price list']);
});

test('of a long source passages are read from beginning to end, and no more than 60', async () => {
  const sections = Array.from({ length: 150 }, (_, index) => `# Part ${index + 1}\n\n${'Some words. '.repeat(60)}`);
  const book = await parley.owner.note('Book', sections.join('\n\n'));
  expect(book.passages).toBeGreaterThan(60);
  await proposalsOf(await newTwin(), [book.id, letter.id]);
  expect(read?.passages).toHaveLength(60);
  const headings = read?.passages.filter(({ title }) => title === 'Book').map((passage) => passage.headings[0]);
  expect(headings?.[0]).toBe('Part 1');
  expect(Number(headings?.at(-1)?.slice(5))).toBeGreaterThan(140);
});

test('sources that no rule can be made of are named', async () => {
  const person = await aPerson();
  const own = await parley.owner.must(201, 'POST', '/api/v1/sources/notes', {
    name: 'Her file',
    text: 'Her own words.',
    personId: person.id,
    personAccess: 'internal',
  });
  const at = `/api/v1/twins/${(await newTwin()).id}/rules/proposals`;
  const { status, body } = await parley.owner.call('POST', at, { sourceIds: [letter.id, 'src_unknown', own.id] });
  expect([status, body.code]).toEqual([400, 'invalid_request']);
  expect(body.problems).toEqual([
    { field: 'sourceIds.1', message: 'must be the id of a source' },
    { field: 'sourceIds.2', message: 'belongs to one person, and rules hold for everyone' },
  ]);
  expect(read).toBeUndefined();
});

test.each([
  ['none', []],
  ['eleven', Array.from({ length: 11 }, (_, index) => `src_${index}`)],
])('%s is not a number of sources to ask about', async (_, sourceIds) => {
  const at = `/api/v1/twins/${(await newTwin()).id}/rules/proposals`;
  const { status, body } = await parley.owner.call('POST', at, { sourceIds });
  expect([status, body.problems?.[0]?.field]).toEqual([400, 'sourceIds']);
});

test('when the first model fails, the second one proposes; when both do, the owner is told why', async () => {
  brain.distills(async () => {
    throw new UpstreamError('openai', 'openai gpt fell silent.', true);
  });
  second.distills(async () => [{ kind: 'style', text: 'Is brief.', passage: 0 }]);
  const twin = await newTwin();
  expect((await proposalsOf(twin, [letter.id])).proposals).toMatchObject([{ text: 'Is brief.' }]);

  second.distills(async () => {
    throw new UpstreamError('google', 'google gemini refused the API key.', false);
  });
  const { status, body } = await parley.owner.call('POST', `/api/v1/twins/${twin.id}/rules/proposals`, {
    sourceIds: [letter.id],
  });
  expect([status, body.code]).toEqual([503, 'unavailable']);
  expect(body.detail).toContain('openai gpt fell silent. google gemini refused the API key.');
});

test('without a model there is nobody to propose, and the twin stays as it is', async () => {
  const plain = await startParley();
  const twin = await plain.owner.must(201, 'POST', '/api/v1/twins', { name: 'Ada' });
  const note = await plain.owner.note('Price list', prices);
  const { status, body } = await plain.owner.call('POST', `/api/v1/twins/${twin.id}/rules/proposals`, {
    sourceIds: [note.id],
  });
  await plain.stop();
  expect([status, body.code]).toEqual([422, 'not_available']);
  expect(body.detail).toContain('write rules by hand');
});

/** Someone who has visited. */
async function aPerson(): Promise<Json> {
  const twin = await parley.owner.publishedTwin();
  const { key } = await parley.owner.deployTwin(twin.id);
  await parley.visitor(key).start({ unitKey: 'ann' });
  return (await parley.owner.must(200, 'GET', '/api/v1/people')).items[0];
}
