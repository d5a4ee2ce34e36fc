import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { parsePart, RequestInvalid } from './request-invalid.ts';

const kinds = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('latest') }),
  z.strictObject({ kind: z.literal('pinned'), number: z.int() }),
]);
const branches = z.strictObject({ branches: z.array(z.strictObject({ id: z.string() })) });

test.each<[string, z.core.$ZodType, unknown, string]>([
  ['a list', z.array(z.string()), 'a', 'must be a list'],
  ['text', z.string(), 1, 'must be text'],
  ['a whole number', z.int(), 1.5, 'must be a whole number'],
  ['a whole number', z.int(), '1', 'must be a whole number'],
  ['a number', z.number(), '1', 'must be a number'],
  ['true or false', z.boolean(), 'yes', 'must be true or false'],
  ['an object', z.object({}), [], 'must be an object'],
  ['an object of any names', z.record(z.string(), z.string()), 1, 'must be an object'],
  ['a choice', z.enum(['red', 'blue']), 'green', 'must be one of red, blue'],
  ['one word', z.literal('red'), 'blue', 'must be red'],
  ['text or a number', z.union([z.string(), z.number()]), true, 'must be text, or must be a number'],
  ['some text', z.string().check(z.minLength(1)), '', 'must not be empty'],
  ['more text', z.string().check(z.minLength(3)), 'a', 'must have at least 3 characters'],
  ['less text', z.string().check(z.maxLength(2)), 'abc', 'must have at most 2 characters'],
  ['some entries', z.array(z.string()).check(z.minLength(1)), [], 'must not be empty'],
  ['a small number', z.int().check(z.maximum(5)), 6, 'must be at most 5'],
  ['a number above', z.number().check(z.gt(0)), 0, 'must be more than 0'],
  ['null', z.null(), 1, 'must be null'],
])('of %s that does not fit it is said what it must be', (_what, schema, value, message) => {
  expect(problemsWith(z.strictObject({ field: schema }), { field: value })).toEqual({ field: message });
});

test.each<[string, z.core.$ZodType]>([
  ['a list', z.array(z.string())],
  ['text that may not be empty', z.string().check(z.minLength(1, 'must not be empty'))],
  ['a choice', z.enum(['red', 'blue'])],
  ['text or a number', z.union([z.string(), z.number()])],
  ['one of two kinds', kinds],
])('%s that is missing is required', (_what, schema) => {
  expect(problemsWith(z.strictObject({ field: schema }), {})).toEqual({ field: 'is required' });
});

test.each<[string, z.core.$ZodType, unknown, Record<string, string>]>([
  [
    'an unknown field',
    branches,
    { branches: [{ id: 'a', colour: 'red' }] },
    { 'branches.0.colour': 'is not known here' },
  ],
  ['a kind that is none', kinds, { kind: 'newest' }, { kind: 'must be one of latest, pinned' }],
  ['no kind', kinds, {}, { kind: 'is required' }],
  ['a field of another kind', kinds, { kind: 'pinned', number: 'one' }, { number: 'must be a whole number' }],
  [
    'a field deep within a choice',
    z.union([branches, z.string()]),
    { branches: [{}] },
    { 'branches.0.id': 'is required' },
  ],
  ['no body', branches, undefined, { '': 'the body is required' }],
  ['another body', branches, [], { '': 'the body must be an object' }],
])('%s is named', (_what, schema, value, problems) => {
  expect(problemsWith(schema, value)).toEqual(problems);
});

test("the schema's own words stand", () => {
  const capitals = z.string().check(z.regex(/^[A-Z]+$/, 'must be capitals'));
  const schema = z
    .strictObject({ name: capitals, named: z.record(capitals, z.string()) })
    .check(z.refine(() => false, { error: 'send something else', path: [], when: () => true }));
  expect(problemsWith(schema, { name: 'a', named: { b: '' } })).toEqual({
    name: 'must be capitals',
    'named.b': 'must be capitals',
    '': 'send something else',
  });
});

function problemsWith(schema: z.core.$ZodType, part: unknown): Record<string, string> {
  try {
    parsePart(schema, part);
  } catch (error) {
    if (error instanceof RequestInvalid)
      return Object.fromEntries(error.problems.map((each) => [each.field, each.message]));
    throw error;
  }
  return {};
}
