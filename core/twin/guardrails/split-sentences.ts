/** Cuts a text that arrives in pieces into sentences; written one after the other they are the text again. */
export interface SentenceSplitter {
  /** The sentences that end in what has arrived. */
  feed(piece: string): string[];
  /** What is left, ended or not. */
  rest(): string;
}

/** A sentence that does not end is cut here, so that memory is bounded. */
const sentenceAtMost = 2_000;
const lookBack = 16;

const ending = /\n|[.!?…؟۔।]+["'”’»)\]*_`~]*(?=\s)|[。！？]+["'」』”’)）】*_]*(?=[^。！？"'」』”’)）】*_])/gu;
/** A full stop that ends no sentence, after an abbreviation, an initial or the number of a list item; an open link. */
const unended =
  /(?:^|[\s(])(?:(?:\p{L}\.\s?)*\p{L}|dr|mr|mrs|ms|prof|bzw|ca|nr|no|st|vs|sr|sra|approx)\.$|(?:^|\n)[ \t>]*\d{1,3}\.$|\[[^\]\n]*$|\]\([^)\s]*(?:\s+"[^"]*)?$/iu;

/** White space between two sentences belongs to the second. */
export function splitSentences(): SentenceSplitter {
  let held = '';
  let searched = 0;

  function cut(): string | null {
    ending.lastIndex = Math.max(0, searched - lookBack);
    for (let match = ending.exec(held); match; match = ending.exec(held)) {
      const isLine = match[0] === '\n';
      const end = isLine ? match.index : match.index + match[0].length;
      const candidate = held.slice(0, end);
      if (candidate.trim() !== '' && (isLine || !unended.test(candidate))) return candidate;
    }
    if (held.length <= sentenceAtMost) return null;
    const space = held.lastIndexOf(' ', sentenceAtMost);
    return held.slice(0, space > 0 ? space : sentenceAtMost);
  }

  return {
    feed(piece) {
      held += piece;
      const sentences: string[] = [];
      for (let sentence = cut(); sentence !== null; sentence = cut()) {
        sentences.push(sentence);
        held = held.slice(sentence.length);
        searched = 0;
      }
      searched = held.length;
      return sentences;
    },
    rest() {
      const left = held;
      held = '';
      searched = 0;
      return left;
    },
  };
}
