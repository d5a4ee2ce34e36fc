import { describe, expect, it } from 'vitest';
import { fieldAttributes, readField } from './field.ts';

describe('readField', () => {
  it.each([
    ['email', ' a@b.example ', { text: 'a@b.example' }],
    ['number', '12', { value: 12 }],
    ['number', '-1,5', { value: -1.5 }],
    ['number', '1.000,50', { text: '1.000,50' }],
    ['number', '1,000', { text: '1,000' }],
    ['number', 'about ten', { text: 'about ten' }],
    ['date', '2027-01-31', { value: '2027-01-31' }],
    ['phone', '+49 30 123', { text: '+49 30 123' }],
    ['url', 'example.com', { text: 'example.com' }],
  ] as const)('sends %s %j as %j', (kind, text, body) => expect(readField(kind, text)?.body).toEqual(body));

  it('sends nothing for an empty field', () => expect(readField('email', '  ')).toBeNull());
});

describe('fieldAttributes', () => {
  it('bounds a date', () => {
    expect(fieldAttributes({ kind: 'date', min: '2027-01-01', max: '2027-12-31' })).toMatchObject({
      type: 'date',
      min: '2027-01-01',
      max: '2027-12-31',
    });
  });
  it('asks for the keyboard of numbers', () =>
    expect(fieldAttributes({ kind: 'number' })).toMatchObject({ inputMode: 'decimal' }));
});
