import { describe, expect, test } from 'vitest';
import { diffTwin, type TwinDiff } from './diff-twin.ts';
import { emptyTwin, type TwinContent, type TwinRule } from './twin.ts';

const nothing: TwinDiff = { persona: [], rules: [], order: [] };
const twin = (change: Partial<TwinContent> = {}): TwinContent => ({ ...emptyTwin('Ada'), ...change });
const rule = (id: string, text: string, origin?: TwinRule['origin']): TwinRule => ({
  id,
  text,
  ...(origin && { origin }),
});
const open = rule('open', 'The shop opens at nine.');
const shut = rule('shut', 'The shop shuts at six.');
const passage = { sourceId: 'src_1', revision: 1, number: 3 };

const cases: { name: string; before: TwinContent; after: TwinContent; diff: TwinDiff }[] = [
  { name: 'nothing', before: twin({ styleRules: [open] }), after: twin({ styleRules: [{ ...open }] }), diff: nothing },
  {
    name: 'parts of the persona',
    before: twin(),
    after: twin({ persona: { ...emptyTwin('Ada').persona, name: 'Grace', tone: 'Dry' } }),
    diff: {
      ...nothing,
      persona: [
        { field: 'name', before: 'Ada', after: 'Grace' },
        { field: 'tone', before: '', after: 'Dry' },
      ],
    },
  },
  {
    name: 'a rule that was added',
    before: twin(),
    after: twin({ knowledgeRules: [rule('open', open.text, passage)] }),
    diff: {
      ...nothing,
      rules: [
        {
          ruleId: 'open',
          kind: 'knowledge',
          change: 'added',
          fields: [
            { field: 'text', after: open.text },
            { field: 'origin', after: passage },
          ],
        },
      ],
    },
  },
  {
    name: 'a rule that was removed',
    before: twin({ styleRules: [open, shut] }),
    after: twin({ styleRules: [shut] }),
    diff: {
      ...nothing,
      rules: [{ ruleId: 'open', kind: 'style', change: 'removed', fields: [{ field: 'text', before: open.text }] }],
    },
  },
  {
    name: 'a rule that says something else',
    before: twin({ knowledgeRules: [rule('open', open.text, passage), shut] }),
    after: twin({ knowledgeRules: [rule('open', 'The shop opens at ten.', { ...passage, revision: 2 }), shut] }),
    diff: {
      ...nothing,
      rules: [
        {
          ruleId: 'open',
          kind: 'knowledge',
          change: 'changed',
          fields: [
            { field: 'text', before: open.text, after: 'The shop opens at ten.' },
            { field: 'origin.revision', before: 1, after: 2 },
          ],
        },
      ],
    },
  },
  {
    name: 'rules in another order',
    before: twin({ knowledgeRules: [open, shut] }),
    after: twin({ knowledgeRules: [shut, open] }),
    diff: { ...nothing, order: [{ field: 'knowledgeRules.order', before: ['open', 'shut'], after: ['shut', 'open'] }] },
  },
  {
    name: 'a rule of knowledge that is one of style now',
    before: twin({ knowledgeRules: [open] }),
    after: twin({ styleRules: [open] }),
    diff: {
      ...nothing,
      rules: [
        { ruleId: 'open', kind: 'knowledge', change: 'removed', fields: [{ field: 'text', before: open.text }] },
        { ruleId: 'open', kind: 'style', change: 'added', fields: [{ field: 'text', after: open.text }] },
      ],
    },
  },
];

describe('diffTwin names', () => {
  test.each(cases)('$name', ({ before, after, diff }) => expect(diffTwin(before, after)).toEqual(diff));
});
