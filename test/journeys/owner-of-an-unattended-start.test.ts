import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensureOwner, ownerLink } from '../../server/access/first-start.ts';
import { listMembers, removeMember } from '../../server/access/members.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';

const ann = { email: 'Ann@example.com', password: 'correct horse battery' };
const bob = { email: 'bob@example.com', password: 'another long password' };

let parley: TestParley;
beforeEach(async () => {
  parley = await startParley();
});
afterEach(() => parley.stop());

const start = (owner: typeof ann) => ensureOwner(parley.parley.ctx, parley.actor, owner);
async function members() {
  const { items } = await listMembers(parley.parley.ctx, parley.actor, { limit: 50 });
  return items.map(({ email, role, userId }) => ({ email, role, userId }));
}

test('each start names the same owner, and no link for another is made', async () => {
  await start(ann);
  await start(ann);
  expect(await members()).toMatchObject([{ email: 'ann@example.com', role: 'owner' }]);
  expect(await ownerLink(parley.parley.ctx, parley.actor)).toBeNull();
});

test('a start that broke off between the account and its membership is made up for by the next', async () => {
  await parley.parley.ctx.accounts.create({ name: 'ann', ...ann, email: 'ann@example.com' });
  await start(ann);
  expect(await members()).toMatchObject([{ email: 'ann@example.com', role: 'owner' }]);
});

test('an owner who was removed since stays removed', async () => {
  await start(ann);
  await start(bob);
  const removed = (await members()).find(({ email }) => email === 'ann@example.com');
  await removeMember(parley.parley.ctx, parley.actor, removed?.userId ?? '');
  await start(ann);
  expect(await members()).toMatchObject([{ email: 'bob@example.com', role: 'owner' }]);
});
