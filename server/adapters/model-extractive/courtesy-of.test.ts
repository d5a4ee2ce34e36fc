import { expect, test } from 'vitest';
import { courtesyOf } from './courtesy-of.ts';

test.each([
  ['hi', 'greeting'],
  ['Hello!', 'greeting'],
  [' Good morning 👋 ', 'greeting'],
  ['Grüß Gott', 'greeting'],
  ['Buenos días', 'greeting'],
  ['مرحبا!', 'greeting'],
  ['Thank you.', 'thanks'],
  ['OK, thanks!!', 'thanks'],
  ['Vielen Dank', 'thanks'],
  ['ok', 'thanks'],
  ['D’accord.', 'thanks'],
  ['شكرا', 'thanks'],
  ['Bye', 'farewell'],
  ['Adiós', 'farewell'],
  ['Tschüß!', 'farewell'],
])('"%s" is a %s', (text, courtesy) => {
  expect(courtesyOf(text)).toBe(courtesy);
});

test.each([
  ['Hi, how long is the warranty?'],
  ['Thank you, and for students?'],
  ['hello world program'],
  ['thanks to whom?'],
  ['?'],
  [''],
])('"%s" is more than a courtesy, or none', (text) => {
  expect(courtesyOf(text)).toBeNull();
});
