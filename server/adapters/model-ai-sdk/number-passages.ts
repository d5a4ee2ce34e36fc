import { fenceUntrusted } from '../../../core/twin/untrusted-text.ts';
import type { FoundPassage } from '../../ports/brain.ts';

export interface NumberedPassages {
  /** The passages as text for a prompt; those seen before keep their number. */
  present(found: readonly FoundPassage[]): string;
  /** The passage that may be cited by a number. */
  get(number: number): FoundPassage | undefined;
}

/** Numbers passages as they are shown to the model. Internal ones get neither number nor name: what a model was not told it cannot tell. */
export function numberPassages(): NumberedPassages {
  const cited: FoundPassage[] = [];
  const numberOf = (passage: FoundPassage) => {
    const known = cited.findIndex((other) => keyOf(other) === keyOf(passage));
    return known === -1 ? cited.push(passage) : known + 1;
  };
  return {
    present: (found) =>
      found.length === 0
        ? 'Nothing was found.'
        : found
            .map((passage) =>
              passage.access === 'internal' ? background(passage) : citable(passage, numberOf(passage)),
            )
            .join('\n\n'),
    get: (number) => cited[number - 1],
  };
}

function citable({ title, headings, page, text }: FoundPassage, number: number): string {
  const place = [title, ...headings, ...(page === null ? [] : [`page ${page}`])].join(' › ');
  return fenceUntrusted({ label: `passage ${number}`, text: `${place}\n\n${text}` });
}

function background({ text }: FoundPassage): string {
  return fenceUntrusted({ label: 'background', text });
}

function keyOf({ sourceId, revision, number }: FoundPassage): string {
  return `${sourceId}/${revision}/${number}`;
}
