import { foldWord, unspacedScripts } from './words-of.ts';

/** Where a content word stands in words written together. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const ideograph = /^[\p{Script=Han}\p{Script=Katakana}]$/u;
const unspaced = new RegExp(`^[${unspacedScripts}]$`, 'u');

/**
 * The words that carry meaning, in order. Of scripts without spaces, two ideographs make one, or four other signs,
 * since those are mostly endings and particles.
 */
export function contentSpans(words: readonly string[]): Span[] {
  const spans: Span[] = [];
  let at = 0;
  let weight = 0;
  let start = 0;
  for (const word of words) {
    if (unspaced.test(word)) {
      if (weight === 0) start = at;
      weight += ideograph.test(word) ? 0.5 : 0.25;
      if (weight >= 1) spans.push({ start, end: at + word.length });
    } else if (isContent(word)) spans.push({ start: at, end: at + word.length });
    if (weight >= 1 || !unspaced.test(word)) weight = 0;
    at += word.length;
  }
  return spans;
}

function isContent(word: string): boolean {
  return (word.length > 2 || /\d/u.test(word)) && !functionWords.has(word);
}

const lists = {
  en: `the and but for nor not you your yours our ours his her hers its their theirs him them they she who whom whose
    which what when where why how this that these those with without from into onto upon over under about after before
    between through during against are was were been being has have had having does did doing can could will would
    shall should may might must also than then there here all any both each few more most other some such only own
    same too very just because while until off out down once again further via per please yes let`,
  de: `der die das den dem des ein eine einen einem einer eines und oder aber denn nicht kein keine keinen mit ohne von
    vom zum zur aus auf für fur bei nach vor über uber unter durch gegen ich sie wir ihr ihre ihren ihrem ihrer unser
    unsere unseren mein dein sein seine sich man ist sind war waren bin bist sei wird werden wurde wurden hat haben
    hatte kann können konnen könnte muss müssen mussen soll sollen darf dürfen mag möchte wenn als wie was wer wo wann
    warum dass damit dies diese dieser dieses diesen diesem auch nur noch schon sehr mehr hier dort dann bitte alle
    viele einige weitere andere neue jede jeder jedes beide im am`,
  fr: `les des une aux avec sans pour par sur sous dans entre vers chez que qui quoi dont quand comment pourquoi est
    sont était etait être etre été ete ont avoir avez avons nous vous ils elles elle leur leurs notre nos votre vos mon
    mes ton tes son ses cette ces cet pas plus moins très tres aussi mais donc car comme tout tous toute toutes`,
  es: `los las una unos unas con sin para por sobre entre hasta desde que quien cual cuando como donde porque está esta
    este estos estas ese esa eso son era fue ser estar han hay nos les sus mis tus nuestro nuestra vuestro ustedes
    usted ellos ellas muy más mas menos también tambien pero todo todos toda todas del`,
  pt: `uma uns umas com sem para por sobre entre até ate desde que quem qual quando como onde porque está este esta
    estes estas esse essa isso são sao era foi ser estar tem têm nos nas dos das aos seu sua seus suas nosso nossa você
    voce vocês eles elas muito mais menos também mas todo todos toda todas`,
  ar: 'من إلى الى عن على في مع بين بعد قبل هذا هذه ذلك تلك التي الذي الذين كان كانت هو هي هم نحن أنت أنا كل بعض غير أو ثم لا ما لم لن إن أن قد',
};

/** Words that hold sentences together, of the languages the product speaks. */
export const functionWords: ReadonlySet<string> = new Set(
  Object.values(lists).flatMap((list) =>
    list.split(/\s+/u).map((word) => foldWord(word.normalize('NFKD').replace(/\p{M}/gu, ''))),
  ),
);
