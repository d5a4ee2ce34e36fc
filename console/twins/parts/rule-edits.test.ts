import { expect, it } from 'vitest';
import { withMovedRule, withNewRule } from './rule-edits.ts';

const rules = ['a', 'b', 'c'].map((id) => ({ id, text: id }));
const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id).join('');

it('adds an empty rule with an id of its own', () => {
  const twice = withNewRule(withNewRule(rules));
  expect(twice.slice(3).map(({ text }) => text)).toEqual(['', '']);
  expect(new Set(twice.map(({ id }) => id)).size).toBe(5);
});

it.each([
  [0, 1, 'bac'],
  [2, -1, 'acb'],
  [0, -1, 'abc'],
  [2, 1, 'abc'],
] as const)('moves the rule at %i by %i', (index, by, order) => {
  expect(idsOf(withMovedRule(rules, index, by))).toBe(order);
});
