import { expect, test } from 'vitest';
import { attributeCatalogue } from './attribute-catalogue.ts';
import { filterSchema } from './audience.ts';
import { compileFilter } from './match-filter.ts';

const platforms = Object.entries(attributeCatalogue);

test.each(platforms)('each attribute of %s can be used in a rule and is listed once', (_, attributes) => {
  for (const { attribute } of attributes) {
    expect(filterSchema.safeParse({ attribute, operator: 'is_not_empty' }).success).toBe(true);
  }
  expect(new Set(attributes.map(({ attribute }) => attribute)).size).toBe(attributes.length);
});

test('only contact and company are trusted', () => {
  const trusted = attributeCatalogue.web.filter((each) => each.trusted).map((each) => each.attribute.split('.')[0]);
  expect(new Set(trusted)).toEqual(new Set(['contact', 'company']));
  expect(attributeCatalogue.web.some((each) => !each.trusted)).toBe(true);
});

test.each(platforms)('examples of %s are of the type they illustrate', (_, attributes) => {
  for (const { attribute, type, example } of attributes) {
    if (type !== 'number' && type !== 'date') continue;
    const before = type === 'number' ? -1 : '1970-01-01';
    const isLater = compileFilter({ attribute: 'contact.example', operator: 'greater_than', value: before });
    expect([attribute, isLater({ contact: { example } })]).toEqual([attribute, true]);
  }
});
