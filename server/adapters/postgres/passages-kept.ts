import { LRUCache } from 'lru-cache';
import type { Passage, PassageAt, SourceAt } from '../../../core/twin/passage.ts';

/** About 32 MB: JavaScript holds a character in one or two bytes. */
const mostCharacters = 16_000_000;

type PlacedPassage = Passage & SourceAt;
type ReadPassages = (workspaceId: string, places: readonly PassageAt[]) => Promise<PlacedPassage[]>;

/**
 * Reads passages and keeps those used last, so that a question like one before costs no round trip. What is at a place
 * never changes: another text of a source is another revision.
 */
export function passagesKept(read: ReadPassages): ReadPassages {
  const cache = new LRUCache<string, PlacedPassage>({
    maxSize: mostCharacters,
    sizeCalculation: ({ text, headings }) => text.length + headings.join().length + 100,
  });
  return async (workspaceId, places) => {
    const keyOf = ({ sourceId, revision, number }: PassageAt) => `${workspaceId}/${sourceId}/${revision}/${number}`;
    const kept = new Map(places.map((place) => [place, cache.get(keyOf(place))]));
    const missing = places.filter((place) => kept.get(place) === undefined);
    const found = missing.length === 0 ? [] : await read(workspaceId, missing);
    for (const passage of found) cache.set(keyOf(passage), passage);
    return [...kept.values(), ...found].filter((passage) => passage !== undefined);
  };
}
