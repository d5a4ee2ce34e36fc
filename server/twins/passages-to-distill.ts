import type { Passage, PassageAt } from '../../core/twin/passage.ts';
import { AppError } from '../errors.ts';
import type { SourceReader, SourceRecord } from '../ports/store/source-store.ts';
import { spreadPassages } from './spread-passages.ts';

/** What models take in one go, at a length that owners wait for. */
const passagesAtMost = 60;

/** Passages of the sources as they are now, at most so many and evenly spread. Refuses what no rule can be made of, field by field. */
export async function passagesToDistill(
  sources: SourceReader,
  sourceIds: readonly string[],
): Promise<(Passage & PassageAt & { title: string })[]> {
  const texts = await readableSources(sources, sourceIds);
  const places = spreadPassages(texts, passagesAtMost);
  const found = await sources.passagesAt(places);
  const titles = new Map<string, string>(texts.map(({ sourceId, title }) => [sourceId, title]));
  return places.flatMap((place) => {
    const passage = found.find(({ sourceId, number }) => sourceId === place.sourceId && number === place.number);
    return passage ? [{ ...passage, title: titles.get(place.sourceId) ?? '' }] : [];
  });
}

async function readableSources(sources: SourceReader, sourceIds: readonly string[]) {
  const ids = [...new Set(sourceIds)];
  const found = await Promise.all(ids.map((id) => sources.find(id)));
  const problems = found.flatMap((source, at) => {
    const message = problemOf(source);
    return message === null ? [] : [{ field: `sourceIds.${sourceIds.indexOf(ids[at] ?? '')}`, message }];
  });
  if (problems.length > 0) {
    const sentences = problems.map(({ field, message }) => `${field}: ${message}`).join('; ');
    throw new AppError('invalid_request', `Rules cannot be proposed from these sources. ${sentences}.`, { problems });
  }
  return found.flatMap((source) =>
    source && source.revision !== null
      ? [{ sourceId: source.id, revision: source.revision, title: source.name, passages: source.passages }]
      : [],
  );
}

/** Rules hold in every conversation, so they are never made of what is one person's own. */
function problemOf(source: SourceRecord | null): string | null {
  if (!source) return 'must be the id of a source';
  if (source.personId !== null) return 'belongs to one person, and rules hold for everyone';
  return source.revision === null ? 'has no text yet' : null;
}
