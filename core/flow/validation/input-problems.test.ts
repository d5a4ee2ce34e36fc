import { expect, test } from 'vitest';
import type { Input } from '../node-data.ts';
import { options } from '../testing/small-graphs.ts';
import { inputProblems } from './input-problems.ts';

const yes = { id: 'x', label: 'Yes' };

const refused: { name: string; input: Input; field: string; message: RegExp }[] = [
  { name: 'a choice of nothing', input: { kind: 'choice' }, field: 'options', message: /add at least one option/ },
  {
    name: 'a text with options',
    input: { kind: 'text', options: [yes] },
    field: 'options',
    message: /text has no options/,
  },
  {
    name: 'a repeated option id',
    input: { kind: 'choices', options: [yes, { id: 'x', label: 'No' }] },
    field: 'options.1.id',
    message: /Two options have the id "x"/,
  },
  {
    name: 'two options that read the same',
    input: { kind: 'choice', options: [yes, { id: 'y', label: 'yes ' }] },
    field: 'options.1.label',
    message: /tell them apart/,
  },
  {
    name: 'an option called failed',
    input: { kind: 'choice', options: options('failed') },
    field: 'options.0.id',
    message: /rename this option/,
  },
  {
    name: 'bounds the wrong way round',
    input: { kind: 'number', min: 5, max: 4 },
    field: 'max',
    message: /at least 5 and at most 4/,
  },
  {
    name: 'dates the wrong way round',
    input: { kind: 'date', min: '2027-02-01', max: '2027-01-31' },
    field: 'max',
    message: /raise max or lower min/,
  },
  { name: 'a rating from 6', input: { kind: 'rating', min: 6 }, field: 'max', message: /at least 6 and at most 5/ },
  { name: 'the 30th of February', input: { kind: 'date', min: '2027-02-30' }, field: 'min', message: /a date such as/ },
  { name: 'half a letter', input: { kind: 'text', max: 1.5 }, field: 'max', message: /a whole number, 0 or more/ },
  { name: 'a consent with bounds', input: { kind: 'consent', min: 1 }, field: 'min', message: /consent has no min/ },
  {
    name: 'more choices than options',
    input: { kind: 'choices', options: [yes], min: 2 },
    field: 'min',
    message: /fewer than 2 options/,
  },
  {
    name: 'a pattern that does not compile',
    input: { kind: 'text', pattern: '(' },
    field: 'pattern',
    message: /not a valid RE2 expression \(missing closing \)\)/,
  },
  { name: 'a number with a pattern', input: { kind: 'number', pattern: 'a' }, field: 'pattern', message: /no pattern/ },
  { name: 'a file', input: { kind: 'file' }, field: 'kind', message: /File uploads are not available yet/ },
];

const accepted: { name: string; input: Input }[] = [
  { name: 'a choice', input: { kind: 'choice', options: options('a', 'b') } },
  { name: 'between one and two choices', input: { kind: 'choices', options: options('a', 'b'), min: 1, max: 2 } },
  { name: 'a number below zero', input: { kind: 'number', min: -1.5, max: -1.5 } },
  { name: 'a rating of one to ten', input: { kind: 'rating', min: 1, max: 10 } },
  { name: 'a day in a leap year', input: { kind: 'date', min: '2028-02-29', max: '2028-02-29' } },
  { name: 'a text with a length and a pattern', input: { kind: 'text', min: 2, max: 9, pattern: '[a-z]+' } },
  { name: 'a consent', input: { kind: 'consent' } },
];

const compilesPattern = (pattern: string) => (pattern === '(' ? 'missing closing )' : null);

test.each(refused)('$name is refused', ({ input, field, message }) => {
  const problem = { field: `input.${field}`, message: expect.stringMatching(message) };
  expect([...inputProblems(input, compilesPattern)]).toEqual([problem]);
});

test.each(accepted)('$name is accepted', ({ input }) => {
  expect([...inputProblems(input, compilesPattern)]).toEqual([]);
});
