import { describe, expect, test } from 'vitest';
import { beginsTalk, changesFrom, type TriedAs, type TriedSettings, type Turn, transcriptUnder } from './tried-as.ts';

const base: TriedSettings = {
  goal: 'Sell',
  instructions: '',
  languages: ['en', 'de'],
  sources: { a: 'mentioned', b: 'internal' },
};

describe('what a try sets otherwise', () => {
  test.each<[string, Partial<TriedSettings>, Partial<TriedSettings>]>([
    ['nothing', {}, {}],
    ['a goal', { goal: '' }, { goal: '' }],
    ['the first language', { languages: ['de', 'en'] }, { languages: ['de', 'en'] }],
    ['an access', { sources: { a: 'unavailable', b: 'internal' } }, { sources: { a: 'unavailable', b: 'internal' } }],
    ['not the order of sources', { sources: { b: 'internal', a: 'mentioned' } }, {}],
  ])('%s', (_what, change, differs) => {
    expect(changesFrom(base, { ...base, ...change })).toEqual(differs);
  });
});

describe('a talk', () => {
  const turn = (question: string, as: TriedAs): Turn => ({
    question,
    as,
    label: '',
    reply: {
      by: 'builtIn',
      text: `To ${question}`,
      citations: [],
      suggestions: [],
      actions: [],
      asksEmail: false,
      offersEnd: false,
      handsOff: false,
      passages: [],
    },
  });
  const shop = { deploymentId: 'dep_1' };
  const turns = [turn('A', {}), turn('B', shop), turn('C', { ...shop })];

  test('begins anew where it is tried as something else', () => {
    expect(turns.map((_, index) => beginsTalk(turns, index))).toEqual([true, true, false]);
  });

  test('knows of itself only', () => {
    const said = (as: TriedAs) => transcriptUnder(turns, as).map(({ text }) => text);
    expect(said(shop)).toEqual(['B', 'To B', 'C', 'To C']);
    expect(said({})).toEqual([]);
    expect(said({ ...shop, goal: 'Sell' })).toEqual([]);
  });
});
