import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignBucket, bucketsOf } from './assign-bucket.ts';
import { compileAudience } from './compile-audience.ts';
import { decideRollout } from './decide-rollout.ts';
import { type DeploymentForRollout, drawOf } from './rollout-decision.ts';

const everyone = compileAudience({ groups: [] });
const vips = compileAudience({
  groups: [{ name: 'VIPs', filters: [{ attribute: 'contact.tags', operator: 'contains', value: 'vip' }] }],
});
const deployment: DeploymentForRollout = {
  status: 'active',
  audience: vips,
  percentage: 50,
  bucketOf: bucketsOf('salt'),
  version: 3,
};
const vip = { contact: { tags: ['vip'] } };
const low = keyWhere((bucket) => bucket < 1000);
const high = keyWhere((bucket) => bucket > 9000);

describe('the stages, in order', () => {
  test('an inactive deployment refuses before anything else is asked', () => {
    const off: DeploymentForRollout = { ...deployment, status: 'inactive', version: undefined };
    expect(decideRollout(off, {}, high).reason).toBe('INACTIVE');
  });

  test('the audience is asked before the percentage', () => {
    const decision = decideRollout(deployment, {}, high);
    expect(decision).toEqual({
      serve: false,
      reason: 'NOT_IN_AUDIENCE',
      bucket: assignBucket('salt', high),
      percentage: 50,
    });
  });

  test('the percentage is asked before the version', () => {
    const decision = decideRollout({ ...deployment, version: undefined }, vip, high);
    const bucket = assignBucket('salt', high);
    expect(decision).toEqual({
      serve: false,
      reason: 'NOT_IN_ROLLOUT',
      bucket,
      percentage: 50,
      group: 'VIPs',
    });
  });

  test('an admitted visitor is refused while nothing is published', () => {
    const decision = decideRollout({ ...deployment, version: undefined }, vip, low);
    expect(decision).toMatchObject({ serve: false, reason: 'NO_VERSION', group: 'VIPs' });
  });

  test('an admitted visitor is served the version', () => {
    const bucket = assignBucket('salt', low);
    expect(decideRollout(deployment, vip, low)).toEqual({
      serve: true,
      reason: 'SERVED',
      bucket,
      percentage: 50,
      group: 'VIPs',
      version: 3,
    });
  });
});

describe('a kept draw', () => {
  const excludedAt25 = { bucket: 4000, percentage: 25 };

  test('keeps someone out when the percentage is raised, until the draw is made anew', () => {
    const raised = { ...deployment, percentage: 50 };
    expect(decideRollout(raised, vip, low, excludedAt25)).toMatchObject({
      serve: false,
      reason: 'NOT_IN_ROLLOUT',
      bucket: 4000,
      percentage: 25,
    });
    expect(decideRollout(raised, vip, low).serve).toBe(true);
  });

  test('keeps someone in when the percentage is lowered', () => {
    const lowered = { ...deployment, percentage: 0 };
    expect(decideRollout(lowered, vip, high, { bucket: 100, percentage: 25 }).serve).toBe(true);
  });

  test('does not stand in for status or audience', () => {
    const admitted = { bucket: 100, percentage: 25 };
    expect(decideRollout(deployment, {}, low, admitted).reason).toBe('NOT_IN_AUDIENCE');
    const off: DeploymentForRollout = { ...deployment, status: 'inactive' };
    expect(decideRollout(off, vip, low, admitted).reason).toBe('INACTIVE');
  });
});

describe('the draw to keep', () => {
  const off: DeploymentForRollout = { ...deployment, status: 'inactive' };
  const unpublished = { ...deployment, version: undefined };
  const drawn = (key: string) => ({ bucket: assignBucket('salt', key), percentage: 50 });

  test.each([
    ['SERVED', decideRollout(deployment, vip, low), drawn(low)],
    ['NO_VERSION', decideRollout(unpublished, vip, low), drawn(low)],
    ['NOT_IN_ROLLOUT', decideRollout(deployment, vip, high), drawn(high)],
    ['NOT_IN_AUDIENCE', decideRollout(deployment, {}, low), null],
    ['INACTIVE', decideRollout(off, vip, low), null],
    ['OWNER_LINK', decideRollout(deployment, vip, low, undefined, { ownerLink: true }), null],
  ])('of %s', (reason, decision, draw) => {
    expect(decision.reason).toBe(reason);
    expect(drawOf(decision)).toEqual(draw);
  });

  test('is the kept one where there was one', () => {
    const kept = { bucket: 4000, percentage: 25 };
    expect(drawOf(decideRollout(deployment, vip, low, kept))).toEqual(kept);
  });
});

describe("an owner's link", () => {
  const ownerLink = { ownerLink: true };

  test('passes audience and percentage', () => {
    const decision = decideRollout({ ...deployment, percentage: 0 }, {}, high, undefined, ownerLink);
    expect(decision).toMatchObject({ serve: true, reason: 'OWNER_LINK', version: 3 });
  });

  test('never passes status, nor a flow without a version', () => {
    const off: DeploymentForRollout = { ...deployment, status: 'inactive' };
    expect(decideRollout(off, vip, low, undefined, ownerLink).reason).toBe('INACTIVE');
    const unpublished = { ...deployment, version: undefined };
    expect(decideRollout(unpublished, {}, high, undefined, ownerLink)).toMatchObject({
      serve: false,
      reason: 'NO_VERSION',
    });
  });
});

describe('laws', () => {
  const hundredths = fc.integer({ min: 0, max: 10_000 }).map((steps) => steps / 100);
  const served = (percentage: number, key: string, salt = 'salt') =>
    decideRollout({ ...deployment, audience: everyone, percentage, bucketOf: bucketsOf(salt) }, {}, key).serve;

  test('raising a percentage never removes anyone', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), hundredths, hundredths, (salt, key, one, other) => {
        const [lower, higher] = [Math.min(one, other), Math.max(one, other)];
        return !served(lower, key, salt) || served(higher, key, salt);
      }),
    );
  });

  test('0 % serves nobody and 100 % everybody', () => {
    fc.assert(fc.property(fc.string(), (key) => !served(0, key) && served(100, key)));
  });

  test('every step of 0.01 % admits exactly one more bucket', () => {
    for (let steps = 0; steps <= 10_000; steps += 1) {
      const percentage = steps / 100;
      const atEdge = (bucket: number) =>
        decideRollout({ ...deployment, audience: everyone, percentage }, {}, '', { bucket, percentage }).serve;
      expect([atEdge(steps - 1), atEdge(steps)]).toEqual([true, false]);
    }
  });

  test('the same inputs give the same decision and are left as they were', () => {
    fc.assert(
      fc.property(fc.string(), hundredths, (key, percentage) => {
        const asked = Object.freeze({ ...deployment, percentage });
        expect(decideRollout(asked, vip, key)).toEqual(decideRollout(asked, vip, key));
      }),
    );
  });

  test.each([0.5, 5, 25, 50, 75, 99])('%d %% of 100,000 keys are admitted, within 0.5 points', (percentage) => {
    let admitted = 0;
    for (let index = 0; index < 100_000; index += 1) if (served(percentage, `visitor-${index}`)) admitted += 1;
    expect(Math.abs(admitted / 1000 - percentage)).toBeLessThan(0.5);
  });

  test('half of the VIPs is half of the VIPs', () => {
    let admitted = 0;
    for (let index = 0; index < 20_000; index += 1) {
      const attributes = index % 10 === 0 ? vip : {};
      if (decideRollout(deployment, attributes, `visitor-${index}`).serve) admitted += 1;
    }
    expect(Math.abs(admitted / 2000 - 0.5)).toBeLessThan(0.05);
  });
});

function keyWhere(isWanted: (bucket: number) => boolean): string {
  for (let index = 0; index < 10_000; index += 1) {
    if (isWanted(assignBucket('salt', `visitor-${index}`))) return `visitor-${index}`;
  }
  throw new Error('no such key among the first 10000');
}
