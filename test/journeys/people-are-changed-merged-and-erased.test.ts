import { afterAll, beforeAll, expect, test } from 'vitest';
import { sameBrains, scriptedBrain } from '../../server/ports/testing/scripted-brain.ts';
import { agentMessages } from '../harness/agent-messages.ts';
import { accessibilityProblems, testBrowser } from '../harness/browser.ts';
import { everythingStored } from '../harness/everything-stored.ts';
import type { Json } from '../harness/http-client.ts';
import { openConsole } from '../harness/open-console.ts';
import { sessionOf, type VisitorSession } from '../harness/parley-client.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';

const browser = testBrowser();
const brain = scriptedBrain();
let parley: TestParley;
let deployment: Json;

beforeAll(async () => {
  parley = await startParley({ brains: sameBrains(brain) });
  const twin = await parley.owner.publishedTwin('Ada', { greeting: 'Hello.' });
  deployment = await parley.owner.deployTwin(twin.id);
  brain.does(async ({ text }, hear) => {
    hear.piece('I see.');
    return { facts: [`Said: ${text}`] };
  });
});
afterAll(() => parley?.stop());

/** Somebody the owner vouches for, who has said one thing. */
async function talked(unitKey: string, text: string, contact: object = {}): Promise<[VisitorSession, string]> {
  const path = `/api/v1/deployments/${deployment.id}/sessions`;
  const started = await parley.owner.must(201, 'POST', path, { unitKey, mode: 'chat', contact });
  const session = sessionOf(parley.url, started);
  await session.send(text);
  await agentMessages(session, 2);
  const { personId } = await parley.owner.must(200, 'GET', `/api/v1/sessions/${session.id}`);
  return [session, personId];
}

const person = (id: string) => parley.owner.must(200, 'GET', `/api/v1/people/${id}`);
const factsOf = async (id: string): Promise<string[]> =>
  (await parley.owner.must(200, 'GET', `/api/v1/people/${id}/facts`)).items.map(({ text }: Json) => text);
/** Of a source that serves one person alone. */
const own = (personId: string) => ({ personId, personAccess: 'internal' });
const lastAudit = async () => (await parley.owner.must(200, 'GET', '/api/v1/audit')).items[0];

test('a name and an email are changed, and taken away', async () => {
  const [, id] = await talked('grace', 'Hello', { name: 'Grace' });
  const path = `/api/v1/people/${id}`;
  const changed = await parley.owner.must(200, 'PATCH', path, { name: 'Grace Hopper', email: 'grace@example.com' });
  expect(changed).toMatchObject({ id, name: 'Grace Hopper', email: 'grace@example.com' });
  expect(await person(id)).toEqual(changed);
  expect(await lastAudit()).toMatchObject({ action: 'person.changed', subjectId: id, fields: ['name', 'email'] });
  expect(await parley.owner.must(200, 'PATCH', path, { email: null })).toMatchObject({
    name: 'Grace Hopper',
    email: null,
  });
});

test('what is wrong is said by its field, and changes nothing', async () => {
  const [, id] = await talked('edsger', 'Hello', { name: 'Edsger' });
  const before = await everythingStored(parley.owner);
  const path = `/api/v1/people/${id}`;
  for (const [method, at, body, field] of [
    ['PATCH', path, { name: ' ' }, 'name'],
    ['PATCH', path, { email: 'nowhere' }, 'email'],
    ['PATCH', path, { age: 3 }, 'age'],
    ['POST', `${path}/merge`, {}, 'into'],
    ['POST', `${path}/merge`, { into: id }, 'into'],
    ['POST', `${path}/merge`, { into: 'per_unknown' }, 'into'],
    ['DELETE', `${path}?confirmName=Somebody`, undefined, 'confirmName'],
  ] as const) {
    const { status, body: problem } = await parley.owner.call(method, at, body);
    expect
      .soft([status, problem.problems?.[0]?.field], `${method} ${JSON.stringify(body)}`)
      .toEqual([method === 'DELETE' ? 422 : 400, field]);
  }
  for (const method of ['PATCH', 'DELETE'] as const) {
    expect(
      (await parley.owner.call(method, '/api/v1/people/per_unknown', method === 'PATCH' ? {} : undefined)).status,
    ).toBe(404);
  }
  expect(await everythingStored(parley.owner)).toEqual(before);
});

test('two who are one are merged: sessions, memory and keys are the other’s from then on', async () => {
  const [session, from] = await talked('ada-at-work', 'I have a shop', { name: 'Ada', plan: 'free' });
  const [, into] = await talked('ada-at-home', 'I have a dog', { plan: 'pro' });
  const merged = await parley.owner.must(200, 'POST', `/api/v1/people/${from}/merge`, { into });
  expect(merged).toMatchObject({ id: into, name: 'Ada', attributes: { plan: 'pro' }, sessionCount: 2 });
  expect((await parley.owner.call('GET', `/api/v1/people/${from}`)).status).toBe(404);
  expect((await factsOf(into)).toSorted()).toEqual(['Said: I have a dog', 'Said: I have a shop']);
  expect(await parley.owner.must(200, 'GET', `/api/v1/sessions/${session.id}`)).toMatchObject({ personId: into });
  await session.send('And more');
  await agentMessages(session, 3);
  expect(brain.questions.at(-1)?.facts).toContain('Said: I have a dog');
  const [, again] = await talked('ada-at-work', 'Hello again');
  expect(again).toBe(into);
});

test('all that is kept about a person is exported as one file, and nothing of others', async () => {
  const [session, id] = await talked('alan', 'I like apples', { name: 'Alan' });
  await talked('kurt', 'I like pears', { name: 'Kurt' });
  await parley.owner.must(201, 'POST', '/api/v1/sources/notes', {
    name: 'Offer',
    text: 'Alan pays half.',
    ...own(id),
  });
  const { body: exported, headers } = await parley.owner.call('GET', `/api/v1/people/${id}/export`);
  expect(headers.get('content-disposition')).toBe(`attachment; filename="${id}.json"`);
  expect(exported).toMatchObject({
    person: await person(id),
    facts: [{ text: 'Said: I like apples' }],
    sources: [{ name: 'Offer', text: 'Alan pays half.' }],
    sessions: [{ id: session.id }],
  });
  expect(exported.sessions[0].events.map(({ text: said }: Json) => said)).toContain('I like apples');
  expect(JSON.stringify(exported)).not.toContain('pears');
});

test('one who is erased leaves no trace but counts', async () => {
  const [session, id] = await talked('charles', 'My engine is secret', { name: 'Charles' });
  await parley.owner.must(201, 'POST', '/api/v1/sources/notes', { name: 'Cogwheels', text: 'Brass.', ...own(id) });
  await parley.owner.must(204, 'DELETE', `/api/v1/people/${id}?confirmName=Charles`);
  expect((await parley.owner.call('GET', `/api/v1/people/${id}`)).status).toBe(404);
  expect((await parley.owner.call('GET', `/api/v1/sessions/${session.id}`)).status).toBe(404);
  expect(await session.trySend('Are you still there?')).toMatchObject({ status: 401 });
  const { audit, ...stored } = await everythingStored(parley.owner);
  const left = JSON.stringify(stored);
  for (const trace of ['charles', 'Charles', 'engine', 'Cogwheels', id, session.id])
    expect.soft(left).not.toContain(trace);
  expect(audit[0]).toMatchObject({ action: 'person.erased', subjectId: id });
  const [, again] = await talked('charles', 'Hello');
  expect(again).not.toBe(id);
});

test('an owner does all of it on the page of the person', async () => {
  const [, from] = await talked('tim-at-work', 'Hello', { name: 'Tim' });
  const [, into] = await talked('tim-at-home', 'Hi', { name: 'Timothy' });
  const { page, goTo } = await openConsole(browser, parley);
  const choose = async (name: string, action: string) => {
    await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
    await page.getByRole('menuitem', { name: action }).click();
  };
  await goTo(`/people/${from}`);
  await choose('Tim', 'Edit');
  await page.getByLabel('Email').fill('tim@example');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('alert').getByText('Must be an email address').waitFor();
  await page.getByLabel('Email').fill('tim@example.com');
  await page.getByLabel('Name').fill('Tim B.');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Tim B.', exact: true }).waitFor();
  expect(await person(from)).toMatchObject({ name: 'Tim B.', email: 'tim@example.com' });

  await page.getByRole('button', { name: 'Actions for Tim B.' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Export all data' }).click();
  expect((await download).suggestedFilename()).toBe(`${from}.json`);

  await choose('Tim B.', 'Merge into another');
  const merge = page.getByRole('button', { name: 'Merge', exact: true });
  expect(await merge.isDisabled()).toBe(true);
  await page.getByRole('searchbox').fill('timothy');
  await page.getByRole('radio', { name: 'Timothy' }).click();
  expect(await accessibilityProblems(page)).toEqual([]);
  await merge.click();
  await page.waitForURL(`**/people/${into}`);
  await page.getByRole('heading', { name: 'Timothy', exact: true }).waitFor();
  await page.getByText('2 sessions').waitFor();

  await choose('Timothy', 'Erase');
  await page.getByRole('textbox').fill('Timothy');
  await page.getByRole('button', { name: 'Erase person' }).click();
  await page.waitForURL('**/people');
  expect((await parley.owner.call('GET', `/api/v1/people/${into}`)).status).toBe(404);
});
