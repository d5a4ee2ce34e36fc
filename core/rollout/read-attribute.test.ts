import { expect, test } from 'vitest';
import type { Attributes } from './attributes.ts';
import cases from './cases/attribute-paths.json' with { type: 'json' };
import { matchFilter } from './match-filter.ts';
import { parseAttributePath, readAttribute } from './read-attribute.ts';

interface Case {
  readonly path: string;
  readonly attributes: Attributes;
  readonly value?: string | number;
  readonly because?: string;
}
const rows = (cases as Case[]).map((row) => [`${row.path} in ${JSON.stringify(row.attributes)}`, row] as const);

test.each(rows)('reads %s', (_, { path, attributes, value }) => {
  expect(readAttribute(attributes, parseAttributePath(path))).toBe(value);
});

test.each(rows)('a rule sees the same as the reader for %s', (_, { path, attributes, value }) => {
  expect(matchFilter({ attribute: path, operator: 'is_empty' }, attributes)).toBe(value === undefined);
  expect(matchFilter({ attribute: path, operator: 'equals', value: value ?? '' }, attributes)).toBe(
    value !== undefined,
  );
});
