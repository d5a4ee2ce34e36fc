import type { SourceReply, SourceSummary } from '../../contract/sources.ts';
import type { SourceReader, SourceRecord } from '../ports/store/source-store.ts';
import { attemptsAtMost } from './reading-attempts.ts';

/** A source as its owner sees it in lists. */
export function presentSummary({ fileId: _, attempts, retryAt, ...source }: SourceRecord): SourceSummary {
  return { ...source, retry: retryAt === null ? null : { attempt: attempts + 1, of: attemptsAtMost, at: retryAt } };
}

/** A source with the text in force. */
export async function presentSource(sources: SourceReader, source: SourceRecord): Promise<SourceReply> {
  const { id: sourceId, revision } = source;
  const text = revision === null ? null : await sources.textOf({ sourceId, revision });
  return { ...presentSummary(source), text };
}
