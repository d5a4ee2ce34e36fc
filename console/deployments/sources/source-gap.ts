import type { SourceSummary } from '../../../contract/sources.ts';
import type { AccessBySource } from '../../../core/twin/source-access.ts';

/**
 * Why no source serves: there is none, none may be used, none that may be used has a text, or those that have one are
 * internal. Internal ones serve a model alone: what answers without one quotes.
 */
export type SourceGap = 'noSources' | 'noneChosen' | 'noneReadable' | 'onlyInternal';

/** What leaves a twin without a source to answer from; null when it has one, or will once that is read. */
export function sourceGap(
  accesses: AccessBySource,
  sources: readonly Pick<SourceSummary, 'id' | 'status' | 'revision'>[],
): SourceGap | null {
  if (sources.length === 0) return 'noSources';
  const chosen = sources.filter(({ id }) => (accesses[id] ?? 'unavailable') !== 'unavailable');
  if (chosen.length === 0) return 'noneChosen';
  // What failed to be read anew keeps its earlier text.
  const readable = chosen.filter(({ status, revision }) => status !== 'failed' || revision !== null);
  if (readable.length === 0) return 'noneReadable';
  return readable.some(({ id }) => accesses[id] === 'mentioned') ? null : 'onlyInternal';
}
