import { expect, test } from 'vitest';
import { hasSubject } from './has-subject.ts';

test.each([
  ['is there wifi', true],
  ['and for students?', true],
  ['und in die Schweiz?', true],
  ['passwort vergessen', true],
  ['et le samedi ?', true],
  ['how long?', false],
  ['And how much is it?', false],
  ['warum denn?', false],
  ['was kostet das', false],
  ['et pourquoi ?', false],
  ['?', false],
])('"%s" says what it is about: %s', (question, says) => {
  expect(hasSubject(question)).toBe(says);
});
