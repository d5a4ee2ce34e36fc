import type { Selectable } from 'kysely';
import type { SourceId } from '../../../core/ids.ts';
import type { SourceRecord } from '../../ports/store/source-store.ts';
import type { Tables } from './tables.ts';

/** What is read of a source to make its record. */
export const sourceColumns = [
  'source.id',
  'source.name',
  'source.kind',
  'source.status',
  'source.progress',
  'source.error',
  'source.attempts',
  'source.retry_at',
  'source.revision',
  'source.passages',
  'source.characters',
  'source.file_id',
  'source.size_bytes',
  'source.media_type',
  'source.url',
  'source.hint',
  'source.person_id',
  'source.person_access',
  'source.created_at',
  'source.updated_at',
] as const;

export type SourceRow = Omit<Selectable<Tables['source']>, 'workspace_id'>;

export function presentSource(row: SourceRow): SourceRecord {
  return {
    id: row.id as SourceId,
    name: row.name,
    kind: row.kind,
    status: row.status,
    progress: row.progress,
    error: row.error,
    attempts: row.attempts,
    retryAt: row.retry_at?.toISOString() ?? null,
    revision: row.revision,
    passages: row.passages,
    characters: row.characters,
    fileId: row.file_id,
    sizeBytes: row.size_bytes === null ? null : Number(row.size_bytes),
    mediaType: row.media_type,
    url: row.url,
    hint: row.hint,
    personId: row.person_id,
    personAccess: row.person_access,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
