import { describe, expect, it } from 'vitest';
import { chooseLanguage, ownName } from './choose-language.ts';
import english from './en.json';
import { directionOf, pageLanguages, sayWith, wordsLanguage } from './words.ts';

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

describe.each(pageLanguages)('words in %s', (language) => {
  it('say everything the English ones say, with the same placeholders', async () => {
    const { default: words } = await import(`./${language}.json`);
    expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort());
    for (const [word, text] of Object.entries(english)) {
      const said: string = words[word];
      expect(said.trim(), word).not.toBe('');
      expect(placeholders(said), word).toEqual(placeholders(text));
    }
  });
});

describe('wordsLanguage', () => {
  it.each([
    ['de-AT', 'de'],
    ['PT-br', 'pt'],
    ['xx', 'en'],
    ['constructor', 'en'],
  ])('for %s is %s', (language, words) => expect(wordsLanguage(language)).toBe(words));
});

describe('sayWith', () => {
  it('fills in values, zero included', () => {
    expect(sayWith(english)('ratingOf', { value: 0, max: 10 })).toBe('0 of 10');
  });
});

describe('chooseLanguage', () => {
  it.each([
    [['en', 'de'], ['de-AT', 'en'], 'de'],
    [['en', 'de', 'de-AT'], ['de-AT'], 'de-AT'],
    [['pt-BR', 'en'], ['pt-PT'], 'pt-BR'],
    [['fr', 'en'], ['ja'], 'fr'],
    [['EN'], ['en-GB'], 'EN'],
    [[], ['ar-EG'], 'ar-EG'],
    [[], [], 'en'],
  ])('of %j for a visitor who likes %j takes %s', (offered, liked, language) => {
    expect(chooseLanguage(offered, liked)).toBe(language);
  });
});

describe('directionOf', () => {
  it.each([
    ['ar', 'rtl'],
    ['de', 'ltr'],
  ] as const)('%s is %s', (language, direction) => expect(directionOf(language)).toBe(direction));
});

describe('ownName', () => {
  it('names a language as its speakers do', () => expect(ownName('de')).toBe('Deutsch'));
  it('falls back to the tag', () => expect(ownName('not a tag')).toBe('not a tag'));
});
