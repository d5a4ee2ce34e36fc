import { expect, it } from 'vitest';
import { personName } from './person-name.ts';

const keys = [{ namespace: 'visitor' as const, key: '0193f0aa-7bcd-7000' }];

it.each([
  ['Ada', { name: 'Ada', email: 'ada@example.com', keys }],
  ['ada@example.com', { name: null, email: 'ada@example.com', keys }],
  ['Visitor 0193f0aa-7bc', { name: null, email: null, keys }],
  ['Unnamed visitor', { name: null, email: null, keys: [] }],
])('says %s', (words, person) => expect(personName(person)).toBe(words));
