import { expect, test } from 'vitest';
import { chosenLanguage } from './chosen-language.ts';

test.each([
  [['en', 'de'], 'de', 'de'],
  [['en', 'de'], 'de-AT', 'de'],
  [['en', 'pt-BR', 'pt'], 'PT', 'pt'],
  [['en', 'pt-BR'], 'pt-PT', 'pt-BR'],
  [['de', 'en'], 'fr', 'de'],
  [['de', 'en'], undefined, 'de'],
  [['de', 'en'], '', 'de'],
  [[], 'fr', 'en'],
])('of %j a visitor who wants %s gets %s', (allowed, wanted, chosen) => {
  expect(chosenLanguage(allowed, wanted)).toBe(chosen);
});
