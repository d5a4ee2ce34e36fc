import type { SelectQueryBuilder } from 'kysely';
import type { Confined } from './database.ts';
import type { Tables } from './tables.ts';

/** Ids of sessions. */
export type SessionIds = SelectQueryBuilder<Tables, 'session', { id: string }>;

/**
 * Removes sessions with all that is theirs. Their states are locked before all else, in the order in which turns lock
 * them, so that no turn can add to what has gone; the caller sees to it that none can begin meanwhile.
 */
export async function removeSessions({ db, workspaceId }: Confined, sessions: SessionIds): Promise<void> {
  const states = db.selectFrom('session_state').select('session_id').where('session_id', 'in', sessions);
  await states.where('workspace_id', '=', workspaceId).orderBy('session_id').forUpdate().execute();
  for (const table of [
    'session_state',
    'effect',
    'session_event',
    'evaluation',
    'session_read',
    'session_search',
  ] as const) {
    await db.deleteFrom(table).where('session_id', 'in', sessions).where('workspace_id', '=', workspaceId).execute();
  }
  await db.deleteFrom('session').where('id', 'in', sessions).where('workspace_id', '=', workspaceId).execute();
}
