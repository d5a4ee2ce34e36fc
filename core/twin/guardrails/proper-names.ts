import { functionWords } from './content-words.ts';
import { foldWord } from './words-of.ts';

interface WrittenWord {
  readonly text: string;
  /** Whether a sentence, a list item or a line begins with it, so that its capital says nothing. */
  readonly opens: boolean;
  /** Whether it is capitalised; otherwise a particle inside a name. */
  readonly isName: boolean;
}

const word = /[\p{L}\p{M}][\p{L}\p{M}'’-]*/gu;
/** Inside a name, not between two: `Ludwig van Beethoven`. */
const anyParticle = /^(?:van|von|de|da|di|du|del|al|bin|ibn)$/u;
/** Those that stand between two nouns only in names. */
const germanParticle = /^(?:van|al|bin|ibn)$/u;
const opening = /(?:^|[.!?:;…]|^\s*[-*+•>]|["“„«([|`/)\]])[\s*_"“„«(]*$/u;
/** Of these two German function words in a text mean that its nouns are capitalised too. */
const germanWords = /\b(?:der|die|das|und|ist|nicht|mit|für|ein|eine|wird|sind|den|dem|von|auf)\b/gu;

const capitalised =
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April August September October November December English German French Spanish Portuguese Arabic Europe European America American Internet Christmas Markdown';
const everyday = new Set(capitalised.split(' ').map(foldWord));

/**
 * What is written like a name: capitalised words in a row, and, where only names are capitalised, one long word
 * inside a sentence. Headings are left out, whose words are often all capitalised; so are scripts without capitals.
 */
export function properNames(text: string): string[] {
  const areNounsCapitalised = (text.match(germanWords)?.length ?? 0) > 1;
  const particles = areNounsCapitalised ? germanParticle : anyParticle;
  const small = new Set(text.match(/(?<!\p{L})\p{Ll}[\p{L}\p{M}'’-]*/gu));
  const names: string[] = [];
  for (const line of text.split('\n')) {
    if (/^\s*#/u.test(line)) continue;
    for (const row of capitalisedRows(line, particles)) names.push(...namesOf(row, areNounsCapitalised, small));
  }
  return names;
}

/** A word that stands in small letters elsewhere is no name. */
function namesOf(row: readonly WrittenWord[], areNounsCapitalised: boolean, small: ReadonlySet<string>): string[] {
  const ended = row.slice(0, row.findLastIndex((each) => each.isName) + 1);
  const words = ended[0]?.opens && functionWords.has(foldWord(ended[0].text)) ? ended.slice(1) : ended;
  const last = words.at(-1);
  if (!last) return [];
  const whole = words.map((each) => each.text).join(' ');
  const isSmall = (each: WrittenWord): boolean => small.has(each.text.toLowerCase());
  const names = words.length > 1 && whole.length >= 9 && !words.every(isSmall) ? [whole] : [];
  const isNameAlone = last.text.length >= 8 && !last.opens && !areNounsCapitalised && !isSmall(last);
  return isNameAlone && !everyday.has(foldWord(last.text).replace(/s$/u, '')) ? [...names, last.text] : names;
}

function* capitalisedRows(line: string, particles: RegExp): Generator<WrittenWord[]> {
  let row: WrittenWord[] = [];
  let end = 0;
  for (const match of line.matchAll(word)) {
    const [text] = match;
    const isAdjacent = /^[ \t\u00a0]+$/u.test(line.slice(end, match.index));
    const isName = /^\p{Lu}\p{L}/u.test(text);
    if (!isAdjacent || !(isName || particles.test(text))) {
      yield row;
      row = [];
    }
    if (isName || row.length > 0) {
      const before = line.slice(Math.max(0, match.index - 8), match.index);
      row.push({ text, isName, opens: match.index === 0 || opening.test(before) });
    }
    end = match.index + text.length;
  }
  yield row;
}
