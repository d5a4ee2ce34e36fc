import { expect, test } from 'vitest';
import { splitSentences } from './split-sentences.ts';

const sentencesOf = (markdown: string, language: string) => splitSentences(markdown, language).map(({ text }) => text);

test.each([
  ['en', 'Home visits are arranged with Dr. Amira Haddad.', 'Ask Mr. Bell or Mrs. Stone.'],
  ['en', 'Bring a document, e.g. Your passport.', 'See Art. 5 and No. 12 of the rules.'],
  ['de', 'Termine vergibt Frau Dr. Haddad.', 'Die Tel. Nummer steht auf Seite zwei.'],
  ['de', 'Haustiere, z. B. Hunde, sind willkommen.', 'Das kostet ca. 20 Euro bzw. Nichts.'],
  ['fr', 'Adressez-vous à M. Bernard.', 'Le cabinet ferme à midi.'],
])('an abbreviation ends no sentence in %s', (language, first, second) => {
  expect(sentencesOf(`${first} ${second}`, language)).toEqual([first, second]);
});

test('a sentence may end with a short word', () => {
  expect(sentencesOf('We said no. You may go. So do I. That is it.', 'en')).toHaveLength(4);
});
