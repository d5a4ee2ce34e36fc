import { expect, test } from 'vitest';
import type { TextToSort } from '../../ports/brain.ts';
import { readTerms } from '../passage-index/read-terms.ts';
import sorted from './cases/sort.json' with { type: 'json' };
import { intentOf } from './intent-of.ts';

const intentSets: Readonly<Record<string, TextToSort['intents']>> = sorted.intentSets;
const sort = (text: string, language: string, intents: TextToSort['intents']) =>
  intentOf({ text, language, intents }, readTerms);

test('at most one text in twenty is sorted otherwise than people would', () => {
  const wrong = sorted.cases.filter(
    ({ set, text, language, intent }) => sort(text, language, intentSets[set] ?? []) !== intent,
  );
  expect(sorted.cases.length).toBeGreaterThanOrEqual(40);
  expect(wrong.length, wrong.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(sorted.cases.length / 20);
});

test('case and endings do not matter', () => {
  const intents = [{ id: 'a', label: 'Invoices', examples: [] }];
  expect(sort('MY INVOICE IS WRONG', 'en', intents)).toBe('a');
  expect(sort('my voice is gone', 'en', intents)).toBe(null);
});

test('a word that every intent has decides nothing', () => {
  const intents = ['red', 'green', 'blue'].map((colour) => ({ id: colour, label: `${colour} ticket`, examples: [] }));
  expect(sort('a ticket', 'en', intents)).toBe(null);
  expect(sort('a blue ticket', 'en', intents)).toBe('blue');
});

test('an intent made of small words is found word for word', () => {
  const intents = [
    { id: 'no', label: 'No', examples: [] },
    { id: 'how', label: 'How is it?', examples: [] },
  ];
  expect(sort(' no', 'en', intents)).toBe('no');
  expect(sort('how is it?', 'en', intents)).toBe('how');
  expect(sort('it is', 'en', intents)).toBe(null);
});

test('no intents, no answer', () => {
  expect(sort('anything', 'en', [])).toBe(null);
});
