import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, type Call, httpClient, type Json } from '../harness/http-client.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';

let parley: TestParley;
let anyone: Call;
beforeAll(async () => {
  parley = await startParley();
  anyone = httpClient(parley.url);
});
afterAll(() => parley.stop());

const invite = (email?: string): Promise<Json> =>
  parley.owner.must(201, 'POST', '/api/v1/invitations', { role: 'editor', ...(email && { email }) });

function accept({ link }: Json, email: string, password: string): Promise<Answer> {
  const token = new URL(link).hash.slice(1);
  return anyone('POST', '/api/v1/invitations/accept', { token, name: 'Ann', email, password });
}

async function flowsFor({ headers }: Answer): Promise<number> {
  const cookie = headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  return (await anyone('GET', '/api/v1/flows', undefined, { headers: { cookie } })).status;
}

test('who was removed can be invited again, by the same address and with a new password', async () => {
  const first = await accept(await invite('ann@example.com'), 'ann@example.com', 'the first password');
  const { userId } = first.body;
  expect(await flowsFor(first)).toBe(200);
  await parley.owner.must(204, 'DELETE', `/api/v1/members/${userId}`);
  expect(await flowsFor(first)).toBe(401);

  const unnamed = await accept(await invite(), 'ann@example.com', 'somebody guesses');
  expect([unnamed.status, unnamed.body.code]).toEqual([409, 'conflict']);
  const again = await accept(await invite('Ann@Example.com'), 'ann@example.com', 'the second password');
  expect([again.status, again.body]).toEqual([201, { userId, role: 'editor' }]);
  expect(await flowsFor(again)).toBe(200);
  expect(await flowsFor(first)).toBe(401);
});

test('the account of a member is not to be had by an invitation', async () => {
  await accept(await invite('bob@example.com'), 'bob@example.com', 'a long password');
  const other = await accept(await invite('bob@example.com'), 'bob@example.com', 'another password');
  expect([other.status, other.body.code]).toEqual([409, 'conflict']);
});

test('an invitation for an address is for nobody else, however the address is written', async () => {
  const invitation = await invite('Cleo@Example.com');
  const other = await accept(invitation, 'other@example.com', 'a long password');
  expect([other.status, other.body.code]).toEqual([400, 'invalid_request']);
  expect(other.body.problems).toEqual([
    { field: 'email', message: 'must be Cleo@Example.com, which this invitation is for' },
  ]);
  expect((await accept(invitation, 'cleo@example.COM', 'a long password')).status).toBe(201);
});

test('an invitation without an address is for anybody with the link', async () => {
  expect((await accept(await invite(), 'dora@example.com', 'a long password')).status).toBe(201);
});

test.each<[string, string, string, object]>([
  ['key', 'POST', '/api/v1/api-keys', { name: 'More', scopes: ['workspace:read', 'flows:write'] }],
  ['owner', 'POST', '/api/v1/invitations', { role: 'owner' }],
])('a key makes no %s that may more than itself', async (_, method, path, body) => {
  const { key } = await parley.owner.must(201, 'POST', '/api/v1/api-keys', {
    name: 'Members only',
    scopes: ['workspace:write'],
  });
  const refused = await httpClient(parley.url, key)(method, path, body);
  expect([refused.status, refused.body.code]).toEqual([403, 'scope_missing']);
});

test('a key makes a key that may as much as itself', async () => {
  const { key } = await parley.owner.must(201, 'POST', '/api/v1/api-keys', {
    name: 'Members and flows',
    scopes: ['workspace:write', 'flows:write'],
  });
  const made = await httpClient(parley.url, key)('POST', '/api/v1/api-keys', { name: 'Less', scopes: ['flows:read'] });
  expect(made.status).toBe(201);
});
