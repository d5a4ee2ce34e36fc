import type { PassageAt, SourceAt } from '../../core/twin/passage.ts';

/**
 * Which passages stand for these texts: all of them up to `most`, else evenly spread ones. Each text gets the same
 * share; what a short one does not need goes to the longer ones.
 */
export function spreadPassages(texts: readonly (SourceAt & { passages: number })[], most: number): PassageAt[] {
  let left = most;
  return texts
    .toSorted((one, other) => one.passages - other.passages)
    .flatMap(({ sourceId, revision, passages }, at) => {
      const share = Math.min(passages, Math.floor(left / (texts.length - at)));
      left -= share;
      return Array.from({ length: share }, (_, index) => ({
        sourceId,
        revision,
        number: 1 + Math.floor((index * passages) / share),
      }));
    });
}
