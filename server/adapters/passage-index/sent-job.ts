import type { Passage } from '../../../core/twin/passage.ts';

/** The first part of a job of the process that indexes; passages that were cut before follow it. */
export interface SentJob {
  readonly title: string;
  /** Null where the passages are there already. */
  readonly text: string | null;
  readonly readsLanguage: boolean;
}

/** So many take a few milliseconds to be sent or received. */
const passagesAtOnce = 1_000;

export function inParts(passages: readonly Passage[]): (readonly Passage[])[] {
  return Array.from({ length: Math.ceil(passages.length / passagesAtOnce) }, (_, part) =>
    passages.slice(part * passagesAtOnce, (part + 1) * passagesAtOnce),
  );
}
