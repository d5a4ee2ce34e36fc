import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Attributes } from './attributes.ts';
import { type Audience, audienceSchema, type Filter, isUnary, operators } from './audience.ts';
import { compileAudience, compileGroups } from './compile-audience.ts';

const isPro: Filter = { attribute: 'contact.plan', operator: 'equals', value: 'pro' };
const isGerman: Filter = { attribute: 'visitor.language', operator: 'equals', value: 'de' };
const isVip: Filter = { attribute: 'contact.tags', operator: 'contains', value: 'vip' };

describe('an audience', () => {
  test('without groups is everyone', () => {
    expect(compileAudience({ groups: [] }).match({})).toEqual({ matched: true });
  });

  test('needs every rule of a group', () => {
    const { match } = compileAudience({ groups: [{ name: 'German pros', filters: [isPro, isGerman] }] });
    expect(match({ contact: { plan: 'pro' }, visitor: { language: 'de' } })).toEqual({
      matched: true,
      group: 'German pros',
    });
    expect(match({ contact: { plan: 'pro' }, visitor: { language: 'fr' } })).toEqual({ matched: false });
    expect(match({ visitor: { language: 'de' } })).toEqual({ matched: false });
  });

  test('names the first of several groups that match', () => {
    const { match } = compileAudience({
      groups: [
        { name: 'Pros', filters: [isPro] },
        { name: 'VIPs', filters: [isVip] },
        { name: 'Germans', filters: [isGerman] },
      ],
    });
    const everything: Attributes = { contact: { plan: 'pro', tags: ['vip'] }, visitor: { language: 'de' } };
    expect(match(everything).group).toBe('Pros');
    expect(match({ ...everything, contact: { tags: ['vip'] } }).group).toBe('VIPs');
    expect(match({ ...everything, contact: {} }).group).toBe('Germans');
    expect(match({})).toEqual({ matched: false });
  });

  test('groups may stay without a name and ask for variables', () => {
    const { match } = compileGroups([
      { filters: [{ attribute: 'var.budget', operator: 'greater_than', value: 1000 }] },
    ]);
    expect(match({ var: { budget: '1500' } })).toEqual({ matched: true });
    expect(match({ var: { budget: 900 } })).toEqual({ matched: false });
  });
});

const words = ['', 'pro', 'Pro', 'professional', 'de', '5', '5.0', '12', '2026-01-31', '2026-02-01', 'constructor'];
const scalar = fc.oneof(fc.constantFrom(...words), fc.integer({ min: 3, max: 13 }), fc.boolean());
const value = fc.oneof(scalar, fc.constant(null), fc.array(scalar, { maxLength: 3 }));
const names = ['plan', 'tags', 'constructor', 'a.b'];
const map = fc.dictionary(fc.constantFrom(...names), value);
const anyAttributes: fc.Arbitrary<Attributes> = fc.record({ contact: map, page: map, var: map }, { requiredKeys: [] });
const anyFilter = fc
  .record({
    namespace: fc.constantFrom('contact', 'page', 'var'),
    name: fc.constantFrom(...names),
    operator: fc.constantFrom(...operators),
    value: scalar,
  })
  .map(({ namespace, name, operator, value }): Filter => {
    const attribute = `${namespace}.${name}`;
    return isUnary(operator) ? { attribute, operator } : { attribute, operator, value };
  });
const anyAudience = fc.record({
  groups: fc.array(
    fc.record({ name: fc.constantFrom('A', 'B', 'C'), filters: fc.array(anyFilter, { minLength: 1, maxLength: 3 }) }),
    { maxLength: 4 },
  ),
});

describe('laws', () => {
  test('compiled audiences decide as a naive reading of the rules does', () => {
    fc.assert(
      fc.property(anyAudience, anyAttributes, (audience, attributes) => {
        expect(audienceSchema.safeParse(audience).success).toBe(true);
        expect(compileAudience(audience).match(attributes)).toEqual(naiveMatch(audience, attributes));
      }),
      { numRuns: 3000 },
    );
  });

  test('a compiled audience remembers nothing between questions', () => {
    fc.assert(
      fc.property(anyAudience, fc.array(anyAttributes, { minLength: 2 }), (audience, asked) => {
        const { match } = compileAudience(audience);
        const first = asked.map(match);
        expect(asked.toReversed().map(match).toReversed()).toEqual(first);
      }),
    );
  });
});

function naiveMatch({ groups }: Audience, attributes: Attributes): { matched: boolean; group?: string } {
  if (groups.length === 0) return { matched: true };
  const group = groups.find(({ filters }) => filters.every((filter) => naiveRule(filter, attributes)));
  return group === undefined ? { matched: false } : { matched: true, group: group.name };
}

function naiveRule({ attribute, operator, value }: Filter, attributes: Attributes): boolean {
  const [namespace = '', ...name] = attribute.split('.');
  const entries = Object.entries(Object.entries(attributes).find(([each]) => each === namespace)?.[1] ?? {});
  const actual = entries.find(([each]) => each === name.join('.'))?.[1];
  const isMissing = actual === undefined || actual === null;
  const isEmpty = isMissing || actual === '' || (Array.isArray(actual) && actual.length === 0);
  if (operator === 'is_empty') return isEmpty;
  if (operator === 'is_not_empty') return !isEmpty;
  if (operator === 'not_equals') return !naiveRule({ attribute, operator: 'equals', value }, attributes);
  if (isMissing) return false;

  const members: unknown[] = Array.isArray(actual) ? actual : [actual];
  const wanted = String(value).toLowerCase();
  const texts = members.map((member) => String(member).toLowerCase());
  const same = (text: string) => text === wanted || (isNumeric(text) && isNumeric(wanted) && +text === +wanted);
  if (operator === 'equals') return texts.some(same);
  if (operator === 'contains')
    return Array.isArray(actual) ? texts.some(same) : texts.some((text) => text.includes(wanted));
  if (operator === 'starts_with') return texts.some((text) => text.startsWith(wanted));
  if (operator === 'ends_with') return texts.some((text) => text.endsWith(wanted));

  const text = Array.isArray(actual) ? '' : String(actual);
  const order =
    isNumeric(text) && isNumeric(wanted) ? +text - +wanted : Date.parse(isoOnly(text)) - Date.parse(isoOnly(wanted));
  return operator === 'greater_than' ? order > 0 : order < 0;
}

function isNumeric(text: string): boolean {
  return text !== '' && Number.isFinite(Number(text));
}

function isoOnly(text: string): string {
  return text.length === 10 ? text : '';
}
