import { expect, test } from 'vitest';
import { assignBucket, bucketsOf } from './assign-bucket.ts';
import type { Audience } from './audience.ts';
import { compileAudience } from './compile-audience.ts';
import { explainRollout } from './explain-rollout.ts';
import type { DeploymentForRollout } from './rollout-decision.ts';

const audience: Audience = {
  groups: [
    {
      name: 'VIP',
      filters: [
        { attribute: 'contact.plan', operator: 'equals', value: 'pro' },
        { attribute: 'contact.seats', operator: 'greater_than', value: 10 },
      ],
    },
    { name: 'Newsletter', filters: [{ attribute: 'page.utm_source', operator: 'is_not_empty' }] },
  ],
};
const deployment: DeploymentForRollout = {
  status: 'active',
  audience: compileAudience(audience),
  percentage: 100,
  bucketOf: bucketsOf('salt'),
  version: 3,
};

test('names the group that matched, the bucket and the version', () => {
  const bucket = assignBucket('salt', 'ada');
  expect(explainRollout(deployment, audience, { page: { utm_source: 'mail' } }, 'ada')).toEqual({
    serve: true,
    reason: 'SERVED',
    bucket,
    percentage: 100,
    group: 'Newsletter',
    version: 3,
    steps: [
      { stage: 'status', passed: true, detail: 'The deployment is active.' },
      { stage: 'audience', passed: true, detail: 'Group Newsletter matches.' },
      {
        stage: 'percentage',
        passed: true,
        detail: `100 % admits the buckets below 10000 of 10000; the visitor's is ${bucket}: this one is among them.`,
      },
      { stage: 'version', passed: true, detail: 'A new session runs version 3.' },
    ],
  });
});

test('names for each group the rules that failed, with the actual value', () => {
  expect(audienceDetail({ contact: { seats: 5 } })).toBe(
    'No group matches. Group VIP: contact.plan equals "pro", but it is missing; ' +
      'contact.seats is greater than 10, but it is 5. Group Newsletter: page.utm_source is not empty, but it is missing.',
  );
  expect(audienceDetail({ contact: { plan: 'Pro', seats: '7' }, page: { utm_source: '' } })).toBe(
    'No group matches. Group VIP: contact.seats is greater than 10, but it is "7". ' +
      'Group Newsletter: page.utm_source is not empty, but it is "".',
  );
});

test('shortens long values without breaking a character, and long lists of failed rules', () => {
  const many = { name: 'Many', filters: Array.from({ length: 5 }, () => ({ ...audience.groups[0]?.filters[0] })) };
  const manyRules = { groups: [many] } as Audience;
  const attributes = { contact: { plan: `x${'😀'.repeat(100)}` } };
  const detail = audienceDetail(attributes, manyRules);
  expect(detail).toMatch(/; and 2 more rules fail\.$/);
  expect(detail).toContain(`"x${'😀'.repeat(48)}…`);
  expect(detail).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
});

test('says that the audience is everyone where no groups are set', () => {
  expect(audienceDetail({}, { groups: [] })).toBe('The audience is everyone: no groups are set.');
});

test('shows every stage, so that an inactive deployment can be tried', () => {
  const off: DeploymentForRollout = { ...deployment, status: 'inactive', percentage: 0, version: undefined };
  const explained = explainRollout(off, audience, {}, 'ada');
  expect(explained.reason).toBe('INACTIVE');
  expect(explained.steps.map((step) => step.passed)).toEqual([false, false, false, false]);
});

function audienceDetail(attributes: Parameters<typeof explainRollout>[2], of: Audience = audience): string | undefined {
  const { steps } = explainRollout({ ...deployment, audience: compileAudience(of) }, of, attributes, 'ada');
  return steps.find((step) => step.stage === 'audience')?.detail;
}
