import { expect, test } from 'vitest';
import type { FoundPassage } from '../ports/brain.ts';
import { findForQuestion } from './find-for-question.ts';

const passage = (title: string, confidence: number): FoundPassage => ({
  sourceId: title,
  revision: 1,
  number: 1,
  title,
  headings: [],
  page: null,
  text: title,
  score: 1,
  confidence,
  access: 'mentioned',
});

const transcript = [
  { from: 'visitor' as const, text: 'How long is the warranty?' },
  { from: 'twin' as const, text: 'Thirty months.' },
];

test.each<[string, string, Record<string, FoundPassage[]>, string[]]>([
  [
    'a short question about something new stands alone',
    'descale?',
    { 'descale?': [passage('Descaling', 0.6)], 'How long is the warranty?\ndescale?': [passage('Warranty', 0.3)] },
    ['Descaling'],
  ],
  [
    'a short question that finds nothing surer by itself is read with the one before',
    'And for students?',
    { 'How long is the warranty?\nAnd for students?': [passage('Warranty for students', 0.2)] },
    ['Warranty for students'],
  ],
  [
    'a long question is not',
    'How do I get the lime out?',
    { 'How do I get the lime out?': [passage('Descaling', 0.1)] },
    ['Descaling'],
  ],
])('%s', async (_, question, found, titles) => {
  const asked: string[] = [];
  const find = async (text: string) => {
    asked.push(text);
    return found[text] ?? [];
  };
  const passages = await findForQuestion(find, { transcript }, question);
  expect(passages.map(({ title }) => title)).toEqual(titles);
  expect(asked).toContain(question);
});

test('a first question has none before it', async () => {
  const find = async (text: string) => [passage(text, 0.5)];
  expect(await findForQuestion(find, { transcript: [] }, 'descale?')).toEqual([passage('descale?', 0.5)]);
});
