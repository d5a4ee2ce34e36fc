import { expect, test } from 'vitest';
import { readTestValues } from './test-values.ts';

test('values are read line by line, as JSON where they are', () => {
  expect(
    readTestValues('contact.name = Ada Lovelace\n\ncompany.size=250\ncontact.tags = ["vip"]\nvar.topic = billing'),
  ).toEqual({
    attributes: { contact: { name: 'Ada Lovelace', tags: ['vip'] }, company: { size: 250 } },
    variables: { topic: 'billing' },
  });
});

test.each(['hello', 'plan = pro', 'secret.X = 1'])('%s is refused with its line', (text) => {
  expect(readTestValues(`contact.name = A\n${text}`)).toEqual({ problem: expect.stringMatching(/^Line 2 /) });
});
