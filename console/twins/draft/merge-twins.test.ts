import { expect, it } from 'vitest';
import { emptyTwin, type Persona, type TwinContent } from '../../../core/twin/twin.ts';
import { isSameTwin, mergeTwins, valueInWords, withFields } from './merge-twins.ts';

const base = emptyTwin('Ada');
const rule = (text: string) => ({ id: text, text });
const edited = (persona: Partial<Persona>, rules: Partial<TwinContent> = {}): TwinContent => ({
  ...base,
  ...rules,
  persona: { ...base.persona, ...persona },
});

it('keeps both edits where they touch different things', () => {
  const merge = mergeTwins(base, edited({ role: 'Cook' }), edited({ bio: 'Born' }, { styleRules: [rule('Be brief')] }));
  expect(merge.conflicts).toEqual([]);
  expect(merge.theirs).toEqual(['bio', 'styleRules']);
  expect(merge.merged).toEqual(edited({ role: 'Cook', bio: 'Born' }, { styleRules: [rule('Be brief')] }));
});

it('asks where both changed the same, unless to the same', () => {
  const merge = mergeTwins(base, edited({ role: 'Cook', tone: 'dry' }), edited({ role: 'Chef', tone: 'dry' }));
  expect(merge.conflicts).toEqual(['role']);
  expect(merge.theirs).toEqual([]);
  expect(merge.merged.persona).toMatchObject({ role: 'Chef', tone: 'dry' });
});

it('takes single fields over', () => {
  const mine = edited({ role: 'Cook' }, { knowledgeRules: [rule('Closed on Mondays')] });
  expect(isSameTwin(withFields(base, mine, ['role', 'knowledgeRules']), mine)).toBe(true);
  expect(isSameTwin(withFields(base, mine, ['role']), mine)).toBe(false);
});

it('says what a field holds', () => {
  expect(valueInWords(base, 'role')).toBe('Nothing');
  expect(valueInWords(base, 'styleRules')).toBe('None');
  expect(valueInWords(edited({}, { styleRules: [rule('Be brief'), rule('Be kind')] }), 'styleRules')).toBe(
    'Be brief\nBe kind',
  );
});
