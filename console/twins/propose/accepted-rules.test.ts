import { expect, test } from 'vitest';
import type { RuleProposal } from '../../../contract/twins.ts';
import { areTooMany, withAccepted } from './accepted-rules.ts';

const proposal = (kind: RuleProposal['kind'], text: string, number: number): RuleProposal => ({
  kind,
  text,
  origin: { sourceId: 'src_1', revision: 2, number },
  title: 'Terms',
  headings: [],
  quote: 'What it says.',
});
const kept = { id: 'rul_kept', text: 'We are closed on Mondays.' };

test('accepted rules follow those there are, each kind by itself and with its passage', () => {
  const accepted = [proposal('knowledge', 'A.', 1), proposal('style', 'B.', 2), proposal('knowledge', 'C.', 3)];
  const { knowledgeRules, styleRules } = withAccepted({ knowledgeRules: [kept], styleRules: [] }, accepted);
  expect(knowledgeRules).toEqual([
    kept,
    { id: expect.any(String), text: 'A.', origin: { sourceId: 'src_1', revision: 2, number: 1 } },
    { id: expect.any(String), text: 'C.', origin: { sourceId: 'src_1', revision: 2, number: 3 } },
  ]);
  expect(styleRules).toMatchObject([{ text: 'B.', origin: { number: 2 } }]);
  const ids = [...knowledgeRules, ...styleRules].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a twin takes 500 rules of a kind and not one more', () => {
  const rules = { knowledgeRules: [], styleRules: Array.from({ length: 499 }, () => kept) };
  const full = withAccepted(rules, [proposal('style', 'A.', 1)]);
  expect(areTooMany(full)).toBe(false);
  expect(areTooMany(withAccepted(full, [proposal('knowledge', 'B.', 1)]))).toBe(false);
  expect(areTooMany(withAccepted(full, [proposal('style', 'B.', 1)]))).toBe(true);
});
