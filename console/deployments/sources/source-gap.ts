import type { SourceSummary } from '../../../contract/sources.ts';
import type { AccessBySource } from '../../../core/twin/source-access.ts';

/** Why no source serves: there is none, none may be used, or none that may be used has a text. */
export type SourceGap = 'noSources' | 'noneChosen' | 'noneReadable';

/** What leaves a twin without a source to answer from; null when it has one, or will once that is read. */
export function sourceGap(
  accesses: AccessBySource,
  sources: readonly Pick<SourceSummary, 'id' | 'status' | 'revision'>[],
): SourceGap | null {
  if (sources.length === 0) return 'noSources';
  const chosen = sources.filter(({ id }) => (accesses[id] ?? 'unavailable') !== 'unavailable');
  if (chosen.length === 0) return 'noneChosen';
  // What failed to be read anew keeps its earlier text.
  return chosen.some(({ status, revision }) => status !== 'failed' || revision !== null) ? null : 'noneReadable';
}
