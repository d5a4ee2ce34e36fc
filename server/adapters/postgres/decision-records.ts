import { type Selectable, sql } from 'kysely';
import type { DecisionId, SessionId } from '../../../core/ids.ts';
import type { DecisionRecord } from '../../ports/store/visit-store.ts';
import type { Confined } from './database.ts';
import type { Tables } from './tables.ts';

/** Recorded decisions with the first session that began under each; the link is the session's, so that a decision is never updated. */
export function decisionsQuery({ db, workspaceId }: Confined) {
  return db
    .selectFrom('rollout_decision')
    .selectAll('rollout_decision')
    .select(
      sql<string | null>`(
        SELECT id FROM session WHERE decision_id = rollout_decision.id ORDER BY started_at, id LIMIT 1)`.as(
        'session_id',
      ),
    )
    .where('rollout_decision.workspace_id', '=', workspaceId);
}

type Row = Selectable<Tables['rollout_decision']> & { session_id: string | null };

export function presentDecision(row: Row): DecisionRecord {
  return {
    id: row.id as DecisionId,
    at: row.at.toISOString(),
    unitKey: row.unit_key,
    serve: row.serve,
    reason: row.reason,
    bucket: row.bucket,
    percentage: row.percentage,
    hashVersion: row.hash_version,
    group: row.group_name,
    version: row.version_number,
    revision: row.deployment_revision,
    sessionId: row.session_id as SessionId | null,
    attributes: row.attributes,
  };
}
