import { describe, expect, it } from 'vitest';
import { chooseLanguage, directionOf, ownName } from './choose-language.ts';
import english from './en.json';
import { loadWords, pageLanguages, sayWith } from './words.ts';

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

describe.each(pageLanguages)('words in %s', (language) => {
  it('say everything the English ones say, with the same placeholders', async () => {
    const words = await loadWords(language);
    expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort());
    for (const [word, text] of Object.entries(english)) {
      const said = words[word as keyof typeof english];
      expect(said.trim(), word).not.toBe('');
      expect(placeholders(said), word).toEqual(placeholders(text));
    }
  });
});

describe('loadWords', () => {
  it('serves a regional language by its base, and an unknown one in English', async () => {
    expect(await loadWords('de-AT')).toEqual(await loadWords('de'));
    expect(await loadWords('xx')).toEqual(english);
    expect(await loadWords('constructor')).toEqual(english);
  });
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
    ['he-IL', 'rtl'],
    ['de', 'ltr'],
  ])('%s is %s', (language, direction) => expect(directionOf(language)).toBe(direction));
});

describe('ownName', () => {
  it('names a language as its speakers do', () => expect(ownName('de')).toBe('Deutsch'));
  it('falls back to the tag', () => expect(ownName('not a tag')).toBe('not a tag'));
});
