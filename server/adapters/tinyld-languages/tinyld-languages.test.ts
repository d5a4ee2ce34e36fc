import { expect, test } from 'vitest';
import { tinyldLanguages } from './tinyld-languages.ts';

const { tell } = tinyldLanguages();

test.each<[string, string[], string | null]>([
  ['Wie lange dauert die Lieferung nach Österreich?', ['en', 'de', 'fr'], 'de'],
  ['How long does delivery to Austria take?', ['en', 'de', 'fr'], 'en'],
  ['Combien de temps dure la livraison en Autriche ?', ['en', 'de', 'fr'], 'fr'],
  ['كم من الوقت يستغرق التوصيل إلى النمسا؟', ['en', 'ar'], 'ar'],
  ['Quanto tempo demora a entrega na Áustria?', ['en', 'pt-BR'], 'pt-BR'],
  ['Wie lange dauert die Lieferung nach Österreich?', ['en', 'fr'], null],
  ['ok', ['en', 'de'], null],
  ['', ['en', 'de'], null],
  ['Wie lange dauert die Lieferung?', ['de'], null],
])('%s', (text, among, expected) => {
  expect(tell(text, among)).toBe(expected);
});
