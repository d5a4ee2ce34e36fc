import type { FoundPassage } from '../../ports/brain.ts';

/** A longer bracket is no mark. */
const longestMark = 40;

export interface CitationMarks {
  /** What can be handed on, now that this came. */
  push(piece: string): string;
  /** What was held back. */
  end(): string;
  /** `[1]` of what was handed on cites the first. */
  readonly cited: readonly FoundPassage[];
}

/**
 * Turns a model's marks, `[4]` or `[4, 2]`, as they stream by, into `[1]`, `[2]` … in the order in which passages are
 * first cited. A number without a passage is dropped; code is left alone. Pieces may be cut anywhere.
 */
export function citationMarks(passageAt: (number: number) => FoundPassage | undefined): CitationMarks {
  const cited: FoundPassage[] = [];
  let held = '';
  /** The back ticks that code began with. */
  let code = '';
  const numberOf = (passage: FoundPassage) => {
    const known = cited.indexOf(passage);
    return known === -1 ? cited.push(passage) : known + 1;
  };
  const renumber = (mark: string) => {
    const passages = (mark.match(/\d+/g) ?? []).map((digits) => passageAt(Number(digits)));
    return [...new Set(passages.flatMap((passage) => (passage ? [`[${numberOf(passage)}]`] : [])))].join('');
  };
  const passTicks = (ticks: string) => {
    if (code === '') code = ticks;
    else if (code === ticks) code = '';
    return ticks;
  };
  const passMark = (mark: string) => {
    const marks = renumber(mark);
    return marks === '' || mark.startsWith('[') ? marks : `${mark[0]}${marks}`;
  };
  const rewrite = (text: string) =>
    text.replace(/`+|[ \t]?\[\d+(?:\s*[,;]\s*\d+)*\]/g, (found) => {
      if (found.startsWith('`')) return passTicks(found);
      return code === '' ? passMark(found) : found;
    });
  return {
    cited,
    push(piece) {
      const text = held + piece;
      const whole = text.length - unfinished(text);
      held = text.slice(whole);
      return rewrite(text.slice(0, whole));
    },
    end() {
      const rest = rewrite(held);
      held = '';
      return rest;
    },
  };
}

/** How many characters at the end may still become a mark, or more back ticks. */
function unfinished(text: string): number {
  const tail = /(?:[ \t]?\[[\d\s,;]*|[ \t]|`+)$/.exec(text)?.[0] ?? '';
  return tail.length > longestMark ? 0 : tail.length;
}
