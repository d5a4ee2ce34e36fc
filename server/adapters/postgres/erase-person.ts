import { sql } from 'kysely';
import type { Confined } from './database.ts';
import { removeSessions } from './remove-sessions.ts';

/** The person's row is locked by the caller, so that no session of theirs can begin while what belongs to them goes. */
export async function erasePerson(confined: Confined, id: string): Promise<void> {
  const { db, workspaceId } = confined;
  await removeDecisions(confined, id);
  await removeSessions(confined, db.selectFrom('session').select('id').where('person_id', '=', id));
  const sources = db.deleteFrom('source').where('workspace_id', '=', workspaceId).where('person_id', '=', id);
  const removed = await sources.returning('file_id').execute();
  const files = removed.flatMap(({ file_id }) => file_id ?? []);
  if (files.length > 0) {
    await db.deleteFrom('file').where('workspace_id', '=', workspaceId).where('id', 'in', files).execute();
  }
  await db.deleteFrom('person_key').where('workspace_id', '=', workspaceId).where('person_id', '=', id).execute();
  await db.deleteFrom('person').where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}

/** Of visits and decisions there is one key each, by which this person's sessions began or which is theirs alone. */
async function removeDecisions({ db, workspaceId }: Confined, id: string): Promise<void> {
  for (const table of ['rollout_decision', 'visit'] as const) {
    await sql`
      DELETE FROM ${sql.table(table)} t
      USING deployment d, (
        SELECT unit_namespace, unit_key FROM person_key WHERE workspace_id = ${workspaceId} AND person_id = ${id}
        UNION
        SELECT unit_namespace, unit_key FROM session WHERE workspace_id = ${workspaceId} AND person_id = ${id}
      ) of_person
      WHERE d.workspace_id = ${workspaceId} AND t.deployment_id = d.id
        AND t.unit_namespace = of_person.unit_namespace AND t.unit_key = of_person.unit_key`.execute(db);
  }
}
