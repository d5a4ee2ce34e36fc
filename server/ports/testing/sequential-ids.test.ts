import { expect, test } from 'vitest';
import { describeIds } from './ids-contract.ts';
import { sequentialIds } from './sequential-ids.ts';

describeIds('sequential ids', sequentialIds);

test('every run makes the same ids', () => {
  expect(sequentialIds().next('ses')).toBe(sequentialIds().next('ses'));
});
