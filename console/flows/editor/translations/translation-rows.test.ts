import { expect, test } from 'vitest';
import { ask, graph, node, options, say } from '../../../../core/flow/testing/small-graphs.ts';
import {
  addLanguage,
  countMissing,
  removeLanguage,
  setTranslation,
  translationOf,
  translationRows,
} from './translation-rows.ts';

const flow = graph([
  say('hello', 'Hello'),
  ask('pick', { kind: 'choice', options: options('a') }),
  node('end', 'end', { message: '' }),
]);
const rows = translationRows(flow);

test('every text a visitor reads has a row, and empty ones none', () => {
  expect(rows.map(({ nodeId, field, main }) => [nodeId, field, main])).toEqual([
    ['hello', 'text', 'Hello'],
    ['pick', 'prompt', 'Who are you?'],
    ['pick', 'options.a', 'Option a'],
  ]);
});

test('a text is given, counted and taken away again', () => {
  const [hello] = rows;
  if (!hello) throw new Error('no row');
  const german = addLanguage(flow, 'de');
  expect(countMissing(german, rows, 'de')).toBe(3);
  const given = setTranslation(german, 'de', hello, 'Hallo');
  expect(translationOf(given, 'de', hello)).toBe('Hallo');
  expect(countMissing(given, rows, 'de')).toBe(2);
  expect(setTranslation(given, 'de', hello, '').translations).toEqual({ de: {} });
  expect(removeLanguage(given, 'de').translations).toEqual({});
});
