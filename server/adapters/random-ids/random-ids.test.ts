import { expect, test } from 'vitest';
import { describeIds } from '../../ports/testing/ids-contract.ts';
import { randomIds } from './random-ids.ts';

describeIds('random ids', randomIds);

test('an id holds a UUID of version 7 that names the present', () => {
  const before = Date.now();
  const id = randomIds().next('ses');
  expect(id).toMatch(/^ses_[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}$/);
  const at = Number.parseInt(id.slice(4, 16), 16);
  expect(at).toBeGreaterThanOrEqual(before);
  expect(at).toBeLessThanOrEqual(Date.now());
});

test('a secret carries 256 bits', () => {
  expect(Buffer.from(randomIds().secret(), 'base64url')).toHaveLength(32);
});
