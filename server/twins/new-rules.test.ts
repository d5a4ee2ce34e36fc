import { expect, test } from 'vitest';
import { newRules } from './new-rules.ts';

const rules = (...texts: string[]) => texts.map((text) => ({ text }));

test.each([
  ['the same words', 'A refund takes 14 days.', 'A refund takes 14 days.'],
  ['another case', 'A REFUND takes 14 days', 'A refund takes 14 days.'],
  ['other spacing', ' A refund\u00a0takes\n14 days .', 'A refund takes 14 days.'],
])('a rule in %s is not new', (_, proposed, existing) => {
  expect(newRules(rules(proposed), rules(existing))).toEqual([]);
  expect(newRules(rules(existing, proposed), [])).toEqual(rules(existing));
});

test('a rule that says something else is new', () => {
  const proposed = rules('A refund takes 15 days.', 'Is a refund possible?');
  expect(newRules(proposed, rules('A refund takes 14 days.', 'Is a refund possible'))).toEqual(proposed);
});
