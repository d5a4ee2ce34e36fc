import { describe, expect, it } from 'vitest';
import type { TwinDiffReply } from '../../../contract/twins.ts';
import { countTwinDiff, describeTwinDiff } from './describe-twin-diff.ts';

const nothing: TwinDiffReply = { persona: [], rules: [], order: [], sources: [] };
const origin = { sourceId: 'src_1', revision: 1, number: 3 };
const everything: TwinDiffReply = {
  persona: [{ field: 'tone', before: '', after: 'Dry' }],
  rules: [
    {
      ruleId: 'a',
      kind: 'knowledge',
      change: 'added',
      fields: [
        { field: 'text', after: 'Open at nine.' },
        { field: 'origin', after: origin },
      ],
    },
    { ruleId: 'b', kind: 'style', change: 'removed', fields: [{ field: 'text', before: 'Be brief.' }] },
    {
      ruleId: 'c',
      kind: 'knowledge',
      change: 'changed',
      fields: [{ field: 'origin.revision', before: 1, after: 2 }],
    },
  ],
  order: [{ field: 'styleRules.order', before: ['x', 'y'], after: ['y', 'x'] }],
  sources: [
    { sourceId: 'src_1', name: 'Handbook', change: 'changed', before: 1, after: 2 },
    { sourceId: 'src_2', name: null, change: 'removed', before: 4 },
  ],
};

describe('a diff of a twin in words', () => {
  it('says nothing of nothing', () => {
    expect(describeTwinDiff(nothing)).toEqual([]);
    expect(countTwinDiff(nothing)).toBe('Nothing changed.');
  });

  it('names every change as the author knows it, with the texts that differ', () => {
    expect(describeTwinDiff(everything).map(({ change, title, details }) => [change, title, details])).toEqual([
      ['changed', 'Persona', [{ label: 'Tone', before: '', after: 'Dry' }]],
      ['added', 'Knowledge rule', [{ label: 'Text', before: null, after: 'Open at nine.' }]],
      ['removed', 'Style rule', [{ label: 'Text', before: 'Be brief.', after: null }]],
      ['changed', 'Knowledge rule', [{ label: 'Passage it was distilled from', before: null, after: null }]],
      ['changed', 'Order of the style rules', []],
      ['changed', 'Source · Handbook', [{ label: 'Revision', before: '1', after: '2' }]],
      ['removed', 'Source · deleted since', []],
    ]);
  });

  it('gives every line a key of its own', () => {
    const keys = describeTwinDiff(everything).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('counts in one sentence', () => {
    expect(countTwinDiff(everything)).toBe(
      '1 part of the persona changed, 1 rule added, 1 rule changed, 1 rule removed, 1 order changed, 2 sources changed.',
    );
  });
});
