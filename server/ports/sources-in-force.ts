import type { SourceReader } from './store/source-store.ts';

/** The current revision of every source that deployments may name, as a version records it. */
export async function sourcesInForce(sources: Pick<SourceReader, 'usable'>): Promise<Record<string, number>> {
  const usable = await sources.usable(null);
  return Object.fromEntries(usable.map(({ sourceId, revision }) => [sourceId, revision]));
}
