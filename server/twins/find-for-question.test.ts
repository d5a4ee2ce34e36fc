import { describe, expect, test } from 'vitest';
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

const asModel = { kind: 'model', hasSubject: true } as const;
const asQuoter = { kind: 'builtIn', hasSubject: true } as const;

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
  const passages = await findForQuestion(find, { transcript }, question, asModel);
  expect(passages.map(({ title }) => title)).toEqual(titles);
  expect(asked).toContain(question);
});

test('a first question has none before it', async () => {
  const find = async (text: string) => [passage(text, 0.5)];
  expect(await findForQuestion(find, { transcript: [] }, 'descale?', asModel)).toEqual([passage('descale?', 0.5)]);
});

describe('for the brain that only quotes', () => {
  const before = 'How long is the warranty?';
  const search = (found: Record<string, FoundPassage[]>) => async (text: string) => found[text] ?? [];

  test.each<[string, string, Record<string, FoundPassage[]>, boolean, string[]]>([
    [
      'the question before is not answered once more where nothing is found for the new one',
      'is there wifi',
      { [`${before}\nis there wifi`]: [passage('Warranty', 0.7)] },
      true,
      [],
    ],
    [
      'a question that is answered by itself is not mixed with the one before',
      'when are you open',
      {
        'when are you open': [passage('Hours', 0.6), passage('Warranty', 0.1)],
        [`${before}\nwhen are you open`]: [passage('Warranty', 0.9)],
      },
      true,
      ['Hours', 'Warranty'],
    ],
    [
      'a question that finds a passage by itself, but is not sure of it, goes with the one before',
      'and for students?',
      {
        'and for students?': [passage('Discounts', 0.3), passage('Warranty for students', 0.2)],
        [`${before}\nand for students?`]: [passage('Warranty', 0.9), passage('Warranty for students', 0.8)],
      },
      true,
      ['Warranty for students'],
    ],
    [
      'a question without a subject is about the one before',
      'how long?',
      { [`${before}\nhow long?`]: [passage('Warranty', 0.7)] },
      false,
      ['Warranty'],
    ],
  ])('%s', async (_, question, found, hasSubject, titles) => {
    const passages = await findForQuestion(search(found), { transcript }, question, { ...asQuoter, hasSubject });
    expect(passages.map(({ title }) => title)).toEqual(titles);
  });
});
