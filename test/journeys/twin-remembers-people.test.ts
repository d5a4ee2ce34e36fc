import { SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sameBrains, scriptedBrain } from '../../server/ports/testing/scripted-brain.ts';
import { httpClient, type Json } from '../harness/http-client.ts';
import type { VisitorSession } from '../harness/parley-client.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';
import { until } from '../harness/until.ts';

const brain = scriptedBrain();
let parley: TestParley;
let twin: Json;
let key: string;

beforeAll(async () => {
  parley = await startParley({ brains: sameBrains(brain) });
  twin = await parley.owner.publishedTwin('Ada');
  ({ key } = await parley.owner.deployTwin(twin.id));
});
afterAll(() => parley?.stop());
beforeEach(() => learns());

/** Whatever is asked, the brain answers and notes these facts. */
function learns(...facts: string[]): void {
  brain.does(async (_, hear) => {
    hear.piece('I see.');
    return { facts };
  });
}

/** What the brain knew of the visitor when it was asked. */
async function ask(session: VisitorSession, text = 'Hello?'): Promise<readonly string[] | undefined> {
  const before = (await session.read()).events.length;
  await session.send(text);
  await until(
    async () => (await session.read()).events.length,
    (count) => count >= before + 2,
  );
  return brain.questions.at(-1)?.facts;
}

const previousOf = ({ id, token }: VisitorSession) => ({ previous: { sessionId: id, token } });
const personOf = async ({ id }: VisitorSession) =>
  (await parley.owner.must(200, 'GET', `/api/v1/sessions/${id}`)).personId;
const factsOf = async (personId: string): Promise<Json[]> =>
  (await parley.owner.must(200, 'GET', `/api/v1/people/${personId}/facts`)).items;

test('what a visitor said about themselves is known in their next session, and to nobody else', async () => {
  const first = await parley.visitor(key).start({ unitKey: 'browser-of-ida' });
  learns('Has a team of 12');
  expect(await ask(first, 'We are twelve.')).toEqual([]);
  learns('Is based in Graz', 'Has a team of 12');
  expect(await ask(first, 'In Graz.')).toEqual(['Has a team of 12']);
  learns();
  const next = await parley.visitor(key).start({ unitKey: 'browser-of-ida', ...previousOf(first) });
  const known = await ask(next);
  expect(known?.toSorted()).toEqual(['Has a team of 12', 'Is based in Graz']);
  const sameKeyWithoutToken = await parley.visitor(key).start({ unitKey: 'browser-of-ida' });
  expect(await ask(sameKeyWithoutToken)).toEqual([]);

  const facts = await factsOf(await personOf(first));
  expect(facts).toHaveLength(3);
  const { events } = await parley.owner.must(200, 'GET', `/api/v1/sessions/${first.id}`);
  for (const { sessionId, seq, text, twin: by } of facts) {
    expect([sessionId, by]).toEqual([first.id, { id: twin.id, name: 'Ada' }]);
    expect(events.find((event: Json) => event.seq === seq)).toMatchObject({ type: 'factLearned', text });
  }
});

test('facts of one answer are known in the order they were noted', async () => {
  const session = await parley.visitor(key).start();
  const noted = Array.from({ length: 12 }, (_, index) => `Has lived in ${index} towns`);
  learns(...noted);
  await ask(session);
  learns();
  expect(await ask(session)).toEqual(noted);
  expect((await factsOf(await personOf(session))).map(({ text }) => text)).toEqual(noted.toReversed());
});

test('a fact that the owner has forgotten is known no more', async () => {
  const session = await parley.visitor(key).start();
  learns('Likes early meetings');
  await ask(session);
  const person = await personOf(session);
  const [fact] = await factsOf(person);
  const path = `/api/v1/people/${person}/facts/${fact?.id}`;
  const { key: reading } = await parley.owner.must(201, 'POST', '/api/v1/api-keys', {
    name: 'reads',
    scopes: ['people:read'],
  });
  expect((await httpClient(parley.url, reading)('DELETE', path)).status).toBe(403);
  const stranger = await personOf(await parley.visitor(key).start());
  await parley.owner.must(404, 'DELETE', `/api/v1/people/${stranger}/facts/${fact?.id}`);
  await parley.owner.must(204, 'DELETE', path);
  await parley.owner.must(404, 'DELETE', path);
  learns();
  expect(await ask(await parley.visitor(key).start(previousOf(session)))).toEqual([]);
  expect(await factsOf(person)).toEqual([]);
});

test('another twin knows it only where the workspace shares what is learned', async () => {
  const other = await parley.owner.publishedTwin('Grace');
  const { key: otherKey } = await parley.owner.deployTwin(other.id);
  const session = await parley.visitor(key).start();
  learns('Rides a blue bicycle');
  await ask(session);
  learns();
  const sameWithOther = () => parley.visitor(otherKey).start(previousOf(session));
  expect(await ask(await sameWithOther())).toEqual([]);
  await parley.owner.must(200, 'PATCH', '/api/v1/workspace', { sharesMemory: true });
  expect(await ask(await sameWithOther())).toEqual(['Rides a blue bicycle']);
  await parley.owner.must(200, 'PATCH', '/api/v1/workspace', { sharesMemory: false });
  expect(await ask(await sameWithOther())).toEqual([]);
});

test('whoever signs in keeps what was learned and their own sources from before', async () => {
  const { secret } = await parley.owner.must(200, 'GET', '/api/v1/identity-secret');
  const identityToken = await new SignJWT({ sub: 'ida', name: 'Ida' })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(secret));
  await parley.visitor(key).start({ identityToken });
  const anonymous = await parley.visitor(key).start();
  learns('Repairs clocks');
  await ask(anonymous);
  const source = await parley.owner.must(201, 'POST', '/api/v1/sources/notes', {
    name: 'Order of Ida',
    text: 'Two clocks, to be delivered in May.',
    personId: await personOf(anonymous),
  });
  learns();
  const signedIn = await parley.visitor(key).start({ identityToken, ...previousOf(anonymous) });
  expect(await ask(signedIn)).toEqual(['Repairs clocks']);
  const { personId } = await parley.owner.must(200, 'GET', `/api/v1/sources/${source.id}`);
  expect(personId).toBe(await personOf(signedIn));
});
