import { SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { assignBucket } from '../../core/rollout/assign-bucket.ts';
import { FakeClock } from '../../server/ports/testing/fake-clock.ts';
import { greetingGraph } from '../harness/flow-graphs.ts';
import { httpClient, type Json } from '../harness/http-client.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';

const dayMs = 24 * 60 * 60 * 1000;
const clock = new FakeClock('2027-01-10T12:00:00Z');
let parley: TestParley;
let flowId: string;

beforeAll(async () => {
  parley = await startParley({ clock });
  flowId = (await parley.owner.publishedFlow(greetingGraph())).id;
});
afterAll(() => parley.stop());

const deploy = (settings: object) => parley.owner.deploy(flowId, settings);
const change = (id: string, body: object) => parley.owner.must(200, 'PATCH', `/api/v1/deployments/${id}`, body);
const isServed = async (key: string, body: object): Promise<boolean> =>
  (await parley.visitor(key).decide(body)).body.serve;

/** A visitor key whose bucket in this deployment lies in the range. */
async function keyWithBucket(id: string, from: number, below: number): Promise<string> {
  const salt = await saltOf(id);
  for (let n = 0; ; n += 1) {
    const bucket = assignBucket(salt, `visitor-${n}`);
    if (bucket >= from && bucket < below) return `visitor-${n}`;
  }
}

async function saltOf(id: string): Promise<string> {
  const deployment = await parley.parley.ctx.store.read(parley.actor.workspaceId, (reader) =>
    reader.deployments.find(id),
  );
  if (!deployment) throw new Error('no deployment');
  return deployment.salt;
}

async function identityToken(claims: object, subject: string): Promise<string> {
  const { secret } = await parley.owner.must(200, 'GET', '/api/v1/identity-secret');
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(subject)
    .setExpirationTime(Math.floor(clock.now().getTime() / 1000) + 3600)
    .sign(new TextEncoder().encode(secret));
}

test('a person excluded in a running visit stays excluded when the percentage is raised; a new visit is decided afresh', async () => {
  const { id, key } = await deploy({ rollout: { percentage: 25 } });
  const unitKey = await keyWithBucket(id, 2500, 5000);
  expect(await isServed(key, { unitKey })).toBe(false);
  await change(id, { rollout: { percentage: 50 } });
  expect(await isServed(key, { unitKey })).toBe(false);
  clock.advance(dayMs - 1000);
  expect(await isServed(key, { unitKey })).toBe(false);
  clock.advance(2000);
  expect(await isServed(key, { unitKey })).toBe(true);

  const { items } = await parley.owner.must(200, 'GET', `/api/v1/deployments/${id}/decisions?unitKey=${unitKey}`);
  expect(items.map((item: Json) => [item.serve, item.percentage])).toEqual([
    [true, 50],
    [false, 25],
    [false, 25],
  ]);
});

test('a visitor who says nothing, not even in an empty body, is served under a key of their own', async () => {
  const { key } = await deploy({});
  const { status, body } = await httpClient(parley.url)('POST', `/visit/v1/deployments/${key}/decision`);
  expect([status, body]).toEqual([200, expect.objectContaining({ serve: true, unitKey: expect.stringMatching(/./) })]);
});

test('a visitor admitted in a running visit stays admitted when the percentage is lowered', async () => {
  const { id, key } = await deploy({ rollout: { percentage: 50 } });
  const unitKey = await keyWithBucket(id, 2500, 5000);
  expect(await isServed(key, { unitKey })).toBe(true);
  await change(id, { rollout: { percentage: 10 } });
  expect(await isServed(key, { unitKey })).toBe(true);
});

test('a tag gained within the visit is honoured, and losing it again is too', async () => {
  const { key } = await deploy({
    audience: {
      groups: [{ name: 'VIP', filters: [{ attribute: 'contact.tags', operator: 'contains', value: 'vip' }] }],
    },
  });
  const unitKey = 'tagged';
  const ask = async (tags: string[]) =>
    isServed(key, { unitKey, identityToken: await identityToken({ tags }, 'tagged-user') });
  expect(await ask([])).toBe(false);
  expect(await ask(['VIP'])).toBe(true);
  expect(await ask([])).toBe(false);
});

test('a rule on the company is met by whom the token says to work there', async () => {
  const filters = [{ attribute: 'company.size', operator: 'greater_than', value: 50 }];
  const { key } = await deploy({ audience: { groups: [{ name: 'Large', filters }] } });
  const ask = async (claims: Record<string, unknown>) =>
    isServed(key, { unitKey: 'employee', identityToken: await identityToken(claims, 'employee') });
  expect(await ask({ company: { name: 'Analytical Engines', size: 250 } })).toBe(true);
  expect(await ask({ company: { size: 5 } })).toBe(false);
  expect(await ask({ size: 250, 'company.size': 250 })).toBe(false);
  const tooLong = await identityToken({ company: { name: 'x'.repeat(2001) } }, 'employee');
  const refused = await parley.visitor(key).decide({ unitKey: 'employee', identityToken: tooLong });
  expect(refused).toMatchObject({ status: 401, body: { code: 'identity_invalid' } });
  expect(refused.body.detail).toContain('"company.name" is too long');
});

test('an anonymous visitor who signs in keeps the bucket, on another browser too', async () => {
  const { id, key } = await deploy({ rollout: { percentage: 50 } });
  const unitKey = await keyWithBucket(id, 0, 5000);
  expect(await isServed(key, { unitKey })).toBe(true);
  const token = await identityToken({ email: 'ann@example.com' }, 'ann');
  const signedIn = await parley.visitor(key).decide({ unitKey, identityToken: token });
  expect(signedIn.body).toMatchObject({ serve: true, unitKey });
  const elsewhere = await parley.visitor(key).decide({ unitKey: 'another-browser', identityToken: token });
  expect(elsewhere.body).toMatchObject({ serve: true, unitKey });
});

test('a subject does not take a browser key that another subject has', async () => {
  const { key } = await deploy({});
  const first = await identityToken({}, 'first-subject');
  const second = await identityToken({}, 'second-subject');
  expect((await parley.visitor(key).decide({ unitKey: 'shared', identityToken: first })).body.unitKey).toBe('shared');
  expect((await parley.visitor(key).decide({ unitKey: 'shared', identityToken: second })).body.unitKey).toBe(
    'second-subject',
  );
});

test('an identity token that does not verify is refused, never taken as anonymous', async () => {
  const { key } = await deploy({});
  const expired = await parley.visitor(key).decide({ identityToken: 'not.a.token' });
  expect([expired.status, expired.body.code]).toEqual([401, 'identity_invalid']);
});

test('deactivating stops new sessions only', async () => {
  const { id, key } = await deploy({});
  const session = await parley.visitor(key).start({ unitKey: 'early' });
  await change(id, { status: 'inactive' });
  const late = await parley.visitor(key).tryStart({ unitKey: 'early' });
  expect([late.status, late.body.code]).toEqual([403, 'not_served']);
  await session.send('Ann');
  await session.send('no');
  expect((await session.read()).session.status).toBe('ended');
});

test('explain ignores kept draws and stores nothing', async () => {
  const { id, key } = await deploy({ rollout: { percentage: 25 } });
  const unitKey = await keyWithBucket(id, 2500, 5000);
  await isServed(key, { unitKey });
  await change(id, { rollout: { percentage: 50 } });
  const explained = await parley.owner.must(200, 'POST', `/api/v1/deployments/${id}/explain`, { unitKey });
  expect(explained).toMatchObject({ serve: true, reason: 'SERVED', version: 1 });
  const { items } = await parley.owner.must(200, 'GET', `/api/v1/deployments/${id}/decisions?unitKey=${unitKey}`);
  expect(items).toHaveLength(1);
});

test('a scheduled ramp is applied as ordinary revisions, and not while paused', async () => {
  const at = (ms: number) => new Date(clock.now().getTime() + ms).toISOString();
  const { id } = await deploy({
    rollout: {
      percentage: 10,
      schedule: [
        { at: at(60_000), percentage: 30 },
        { at: at(120_000), percentage: 100 },
      ],
    },
  });
  const percentage = async () => (await parley.owner.must(200, 'GET', `/api/v1/deployments/${id}`)).rollout.percentage;
  await parley.parley.jobs.sweep({});
  expect(await percentage()).toBe(10);
  clock.advance(61_000);
  await parley.parley.jobs.sweep({});
  expect(await percentage()).toBe(30);
  await change(id, { rollout: { paused: true } });
  clock.advance(61_000);
  await parley.parley.jobs.sweep({});
  expect(await percentage()).toBe(30);
  await change(id, { rollout: { paused: false } });
  await parley.parley.jobs.sweep({});
  expect(await percentage()).toBe(100);
  const { items } = await parley.owner.must(200, 'GET', `/api/v1/deployments/${id}/revisions`);
  expect(items.map((item: Json) => [item.revision, item.by.kind, item.settings.rollout.percentage])).toEqual([
    [5, 'system', 100],
    [4, 'apiKey', 30],
    [3, 'apiKey', 30],
    [2, 'system', 30],
    [1, 'apiKey', 10],
  ]);
});
