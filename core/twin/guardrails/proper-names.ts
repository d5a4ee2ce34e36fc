import { functionWords, isContent } from './content-words.ts';
import { foldWord } from './words-of.ts';

interface WrittenWord {
  readonly text: string;
  /** Whether a sentence, a list item or a line begins with it, so that its capital says nothing. */
  readonly opens: boolean;
}

const word = /[\p{L}\p{M}][\p{L}\p{M}'’-]*/gu;
const opening = /(?:^|[.!?:;…]|^\s*[-*+•>|]|["“„«(])[\s*_"“„«(]*$/u;
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
  const names: string[] = [];
  for (const line of text.split('\n')) {
    if (/^\s*#/u.test(line)) continue;
    for (const row of capitalisedRows(line)) names.push(...namesOf(row, areNounsCapitalised));
  }
  return names;
}

function namesOf(row: readonly WrittenWord[], areNounsCapitalised: boolean): string[] {
  const words = row[0]?.opens && functionWords.has(foldWord(row[0].text)) ? row.slice(1) : row;
  const last = words.at(-1);
  if (!last) return [];
  const whole = words.map((each) => each.text).join(' ');
  const names = words.length > 1 && whole.length >= 9 ? [whole] : [];
  const isNameAlone = last.text.length >= 7 && !last.opens && !areNounsCapitalised;
  return isNameAlone && !everyday.has(foldWord(last.text)) ? [...names, last.text] : names;
}

function* capitalisedRows(line: string): Generator<WrittenWord[]> {
  let row: WrittenWord[] = [];
  let end = 0;
  for (const match of line.matchAll(word)) {
    const continues = /^[ \t\u00a0]+$/u.test(line.slice(end, match.index));
    if (row.length > 0 && !continues) {
      yield row;
      row = [];
    }
    end = match.index + match[0].length;
    if (/^\p{Lu}\p{L}/u.test(match[0])) {
      row.push({
        text: match[0],
        opens: opening.test(line.slice(Math.max(0, match.index - 8), match.index)) || match.index === 0,
      });
    } else if (row.length > 0 && !isParticle(match[0])) {
      yield row;
      row = [];
    }
  }
  if (row.length > 0) yield row;
}

/** Inside a name, not between two: `Ludwig van Beethoven`. */
function isParticle(text: string): boolean {
  return /^(?:van|von|de|da|di|du|del|der|den|la|le|al|bin|ibn)$/u.test(text) && !isContent(text);
}
