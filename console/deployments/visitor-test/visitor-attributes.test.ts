import { expect, it } from 'vitest';
import { askedAttributes, visitorOf } from './visitor-attributes.ts';

it('asks about each attribute of the audience once', () => {
  const plan = { attribute: 'contact.plan', operator: 'equals', value: 'pro' } as const;
  const size = { attribute: 'company.size', operator: 'greater_than', value: 50 } as const;
  const groups = [
    { name: 'One', filters: [plan, size] },
    { name: 'Two', filters: [plan] },
  ];
  expect(askedAttributes({ groups })).toEqual([
    { attribute: 'contact.plan', value: '' },
    { attribute: 'company.size', value: '' },
  ]);
});

it('makes a visitor with typed values, and leaves out what is empty', () => {
  const given = [
    { attribute: 'contact.plan', value: 'pro' },
    { attribute: 'contact.tags', value: 'vip, beta,' },
    { attribute: 'contact.seats', value: '12' },
    { attribute: 'contact.', value: 'nameless' },
    { attribute: 'company.size', value: '250' },
    { attribute: 'page.url', value: '' },
  ];
  expect(visitorOf('ann', given, 'web')).toEqual({
    unitKey: 'ann',
    contact: { plan: 'pro', tags: ['vip', 'beta'], seats: '12' },
    company: { size: 250 },
  });
});
