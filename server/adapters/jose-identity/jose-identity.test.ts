import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { joseIdentity } from './jose-identity.ts';

const secret = 'a-secret-of-the-workspace-0123456789';
const now = new Date('2027-01-31T09:00:00Z');
const seconds = now.getTime() / 1000;
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const usual = { sub: 'u-1', exp: seconds + 60 };

function token(claims: unknown, { header = { alg: 'HS256', typ: 'JWT' }, hash = 'sha256', key = secret } = {}): string {
  const signed = `${base64(header)}.${base64(claims)}`;
  return `${signed}.${createHmac(hash, key).update(signed).digest('base64url')}`;
}
const verify = (text: string, at = now) => joseIdentity().verify(text, secret, at);

test('claims become contact attributes; what cannot be targeted and what is registered stays out', async () => {
  const claims = {
    ...usual,
    iss: 'shop',
    aud: 'parley',
    iat: seconds,
    nbf: seconds - 1,
    jti: 'j',
    email: 'ada@example.com',
    name: 'Ada',
    plan: 'VIP',
    seats: 12,
    trial: false,
    churned: null,
    tags: ['a', 'b', 3],
    none: [],
    address: { city: 'X' },
    orders: [{ id: 1 }],
  };
  expect(await verify(token(claims))).toEqual({
    ok: true,
    identity: {
      subject: 'u-1',
      contact: {
        email: 'ada@example.com',
        name: 'Ada',
        plan: 'VIP',
        seats: 12,
        trial: false,
        churned: null,
        tags: ['a', 'b', 3],
        none: [],
      },
      company: {},
    },
  });
});

test('the members of an object company are the attributes of the company', async () => {
  const company = { name: 'Analytical Engines', size: 250, partner: true, tags: ['a'], owner: { name: 'x' } };
  expect(await verify(token({ ...usual, plan: 'pro', company }))).toEqual({
    ok: true,
    identity: {
      subject: 'u-1',
      contact: { plan: 'pro' },
      company: { name: 'Analytical Engines', size: 250, partner: true, tags: ['a'] },
    },
  });
});

test.each(['Analytical Engines', ['a', 'b'], null])(
  'any other company is a claim about the person: %j',
  async (company) => {
    expect(await verify(token({ ...usual, company }))).toMatchObject({
      identity: { contact: { company }, company: {} },
    });
  },
);

test('the given moment decides, not the machine', async () => {
  const text = token({ ...usual, nbf: seconds });
  expect(await verify(text)).toMatchObject({ ok: true });
  expect(await verify(text, new Date(now.getTime() - 1000))).toMatchObject({ ok: false });
  expect(await verify(text, new Date(now.getTime() + 60_000))).toMatchObject({ ok: false });
});

test.each<[string, string, RegExp]>([
  ['an expired token', token({ ...usual, exp: seconds - 1 }), /expired/],
  ['a token that expires this second', token({ ...usual, exp: seconds }), /expired/],
  ['no exp', token({ sub: 'u-1' }), /"exp" is missing/],
  ['an exp in words', token({ ...usual, exp: 'tomorrow' }), /"exp" is not of the right kind/],
  ['a token from the future', token({ ...usual, nbf: seconds + 1 }), /not valid yet/],
  ['no sub', token({ exp: usual.exp }), /"sub" is missing/],
  ['an empty sub', token({ ...usual, sub: '' }), /"sub"/],
  ['a sub that is a number', token({ ...usual, sub: 7 }), /"sub"/],
  ['a sub over 200 characters', token({ ...usual, sub: 'x'.repeat(201) }), /"sub"/],
  ['a sub with a line break', token({ ...usual, sub: 'a\nb' }), /"sub"/],
  ['another secret', token(usual, { key: 'other' }), /signature/],
  ['alg none', `${base64({ alg: 'none' })}.${base64(usual)}.`, /HS256/],
  ['alg None with a signature', token(usual, { header: { alg: 'None', typ: 'JWT' } }), /HS256/],
  ['alg HS512', token(usual, { header: { alg: 'HS512', typ: 'JWT' }, hash: 'sha512' }), /HS256/],
  ['alg RS256', token(usual, { header: { alg: 'RS256', typ: 'JWT' } }), /HS256/],
  ['a changed claim', token(usual).replace(/\.[^.]+\./, `.${base64({ ...usual, sub: 'u-2' })}.`), /signature/],
  ['no signature', token(usual).replace(/[^.]+$/, ''), /signature/],
  ['claims that are a list', token([1]), /not a signed JWT/],
  ['an empty text', '', /not a signed JWT/],
  ['two parts', 'a.b', /not a signed JWT/],
  ['junk', '☃.☃.☃', /not a signed JWT/],
  ['a text over 2,000 characters', token({ ...usual, bio: 'x'.repeat(2001) }), /"bio" is too long/],
  ['a list over 200 members', token({ ...usual, tags: Array(201).fill('x') }), /"tags" is too long/],
  ['a name over 100 characters', token({ ...usual, ['n'.repeat(101)]: 1 }), /is too long/],
  [
    'over 100 claims',
    token({
      ...usual,
      ...Object.fromEntries(
        Array(101)
          .fill(0)
          .map((_, i) => [`c${i}`, i]),
      ),
    }),
    /100 claims/,
  ],
  [
    'a text over 2,000 characters of a company',
    token({ ...usual, company: { bio: 'x'.repeat(2001) } }),
    /"company\.bio" is too long/,
  ],
  ['U+0000 in a company', token({ ...usual, company: { 'a\0': 1 } }), /unprintable/],
  [
    'a company of over 100 members',
    token({ ...usual, company: Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`c${i}`, i])) }),
    /"company" has more than 100 members/,
  ],
  ['U+0000', token({ ...usual, name: 'a\0' }), /unprintable/],
])('%s is refused with a reason', async (_, text, reason) => {
  const verdict = await verify(text);
  expect(verdict).toMatchObject({ ok: false, reason: expect.stringMatching(reason) });
});

test('an empty secret accepts nothing', async () => {
  expect(await joseIdentity().verify(token(usual, { key: '' }), '', now)).toMatchObject({ ok: false });
});
