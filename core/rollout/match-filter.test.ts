import { describe, expect, test } from 'vitest';
import type { Filter } from './audience.ts';
import { isUnary, operators } from './audience.ts';
import cases from './cases/operators.json' with { type: 'json' };
import { matchFilter } from './match-filter.ts';

interface Case extends Pick<Filter, 'operator' | 'value'> {
  readonly actual?: unknown;
  readonly matches: boolean;
  readonly because?: string;
}

describe.each(operators)('%s', (operator) => {
  const rows = (cases as Case[]).filter((row) => row.operator === operator);

  test('has cases that match and cases that do not, and values only where it takes one', () => {
    expect(new Set(rows.map((row) => row.matches))).toEqual(new Set([true, false]));
    expect(rows.every((row) => (row.value === undefined) === isUnary(operator))).toBe(true);
  });

  test.each(rows.map((row) => [inWords(row), row] as const))('%s', (_, { value, actual, matches }) => {
    expect(matchFilter({ attribute: 'contact.plan', operator, value }, { contact: { plan: actual } })).toBe(matches);
  });
});

function inWords({ value, actual, matches, because }: Case): string {
  const rule = value === undefined ? '' : `${JSON.stringify(value)} `;
  const found = actual === undefined ? 'a missing attribute' : JSON.stringify(actual);
  return `${rule}${matches ? 'matches' : 'refuses'} ${found}${because ? ` (${because})` : ''}`;
}
