import type { TextToSort } from '../../ports/brain.ts';
import type { ReadTerms } from './read-terms.ts';

/** The share of an example's weight that a text must carry. Of the 40 cases of `cases/sort.json` it sorts 38 as people would; 0.3 lets chat about other things in, 0.55 loses 10. */
const leastShare = 0.45;

/**
 * The intent one of whose texts (its label and examples) has the largest share of its words in the text. A word that
 * several intents use tells them apart less and weighs less; of equal shares the one with more weight wins. A text
 * that an intent has word for word is that intent's. Null where none has enough.
 */
export function intentOf({ text, language, intents }: TextToSort, readTerms: ReadTerms): string | null {
  const literal = intents.find(({ label, examples }) => [label, ...examples].some((each) => isSame(each, text)));
  if (literal !== undefined) return literal.id;
  const said = new Set(readTerms(text, language));
  const texts = intents.flatMap(({ id, label, examples }) =>
    [label, ...examples].map((example) => ({ id, terms: new Set(readTerms(example, language)) })),
  );
  const weightOf = weigh(texts);
  let best = { id: null as string | null, share: 0, weight: 0 };
  for (const { id, terms } of texts) {
    const total = sum([...terms].map(weightOf));
    const weight = sum([...terms].filter((term) => said.has(term)).map(weightOf));
    const share = total === 0 ? 0 : weight / total;
    if (share > best.share || (share === best.share && weight > best.weight)) best = { id, share, weight };
  }
  return best.share >= leastShare ? best.id : null;
}

/** Inverse intent frequency: the fewer intents use a word, the more it says. */
function weigh(texts: readonly { readonly id: string; readonly terms: ReadonlySet<string> }[]) {
  const intents = new Set(texts.map(({ id }) => id)).size;
  const users = new Map<string, Set<string>>();
  for (const { id, terms } of texts) {
    for (const term of terms) users.set(term, (users.get(term) ?? new Set()).add(id));
  }
  return (term: string) => Math.log(1 + intents / (users.get(term)?.size ?? intents));
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
