/** What words stand for when somebody reads a code aloud: digits in five languages, the letters of the radio alphabet. */
const spoken: readonly [sign: string, words: string][] = [
  ['0', 'zero null cero'],
  ['1', 'one eins un uno'],
  ['2', 'two zwei deux dos dois'],
  ['3', 'three drei trois tres'],
  ['4', 'four vier quatre cuatro quatro'],
  ['5', 'five funf cinq cinco'],
  ['6', 'six sechs seis'],
  ['7', 'seven sieben sept siete sete'],
  ['8', 'eight acht huit ocho oito'],
  ['9', 'nine neun neuf nueve nove'],
  [
    '',
    'dot at dash hyphen minus slash underscore colon punkt klammeraffe bindestrich strich schragstrich unterstrich point arobase tiret barre punto arroba guion barra ponto hifen space',
  ],
];
const radio =
  'alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey xray yankee zulu alfa juliet';

const signs: ReadonlyMap<string, string> = new Map([
  ...spoken.flatMap(([sign, words]) => words.split(' ').map((word): [string, string] => [word, sign])),
  ...radio.split(' ').map((word): [string, string] => [word, word.charAt(0)]),
]);

/** The sign a word stands for, the empty one for punctuation; undefined for any other word. */
export function spokenSign(word: string): string | undefined {
  return signs.get(word);
}

/** The words with those that stand for one sign as that sign, and those that stand for punctuation left out. */
export function spelledOut(words: readonly string[]): string[] {
  return words.flatMap((word) => {
    const sign = signs.get(word);
    if (sign === undefined) return [word];
    return sign === '' ? [] : [sign];
  });
}
