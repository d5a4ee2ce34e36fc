import type { Selectable } from 'kysely';
import type {
  DeploymentReader,
  DeploymentRecord,
  DeploymentRevisionRecord,
  DeploymentWriter,
  NewRevision,
} from '../../ports/store/deployment-store.ts';
import type { Confined } from './database.ts';
import { listDeployments } from './deployment-lists.ts';
import { deployments, presentDeployment } from './deployment-records.ts';
import { deploymentStandings } from './deployment-standings.ts';
import { keysetPage } from './keyset-page.ts';
import { removeSessions } from './remove-sessions.ts';
import type { Tables } from './tables.ts';

export function deploymentReader(confined: Confined): DeploymentReader {
  const { db, workspaceId } = confined;
  const revisions = db
    .selectFrom('deployment_revision')
    .select(['id', 'revision', 'at', 'by', 'changed', 'settings'])
    .where('workspace_id', '=', workspaceId);
  return {
    list: (page, search = {}) => listDeployments(confined, search, page),
    find: (id) => findDeployment(confined, id),
    standings: (ids, since) => deploymentStandings(confined, ids, since),
    listRevisions: (deploymentId, page) =>
      keysetPage(
        revisions.where('deployment_id', '=', deploymentId),
        {
          key: 'revision',
          tie: 'id',
          type: 'integer',
          direction: 'desc',
          positionOf: (row) => [String(row.revision), row.id],
        },
        page,
        presentRevision,
      ),
    findRevision: async (deploymentId, revision) => {
      const row = await revisions
        .where('deployment_id', '=', deploymentId)
        .where('revision', '=', revision)
        .executeTakeFirst();
      return row ? presentRevision(row) : null;
    },
  };
}

export function deploymentWriter(confined: Confined): DeploymentWriter {
  const { db, workspaceId } = confined;
  return {
    ...deploymentReader(confined),
    create: async ({ id, key, salt, subject, platform, first, nextStepAt }) => {
      await db
        .insertInto('deployment')
        .values({
          id,
          workspace_id: workspaceId,
          key,
          salt,
          subject_kind: subject.kind,
          subject_id: subject.id,
          platform_kind: platform.kind,
          name: first.settings.name,
          status: first.settings.status,
          revision: 1,
          revision_id: first.id,
          next_step_at: nextStepAt,
          created_at: first.at,
          updated_at: first.at,
        })
        .execute();
      await addRevision(confined, id, 1, first);
      return must(await findDeployment(confined, id));
    },
    lock: async (id) => ((await lockRow(confined, id)) ? findDeployment(confined, id) : null),
    revise: async (id, from, next, nextStepAt) => {
      const { numUpdatedRows } = await db
        .updateTable('deployment')
        .set({
          name: next.settings.name,
          status: next.settings.status,
          revision: from + 1,
          revision_id: next.id,
          next_step_at: nextStepAt,
          updated_at: next.at,
        })
        .where('id', '=', id)
        .where('workspace_id', '=', workspaceId)
        .where('revision', '=', from)
        .executeTakeFirst();
      if (numUpdatedRows > 0n) await addRevision(confined, id, from + 1, next);
      const current = must(await findDeployment(confined, id));
      return numUpdatedRows > 0n ? current : { stale: true, revision: current.revision };
    },
    remove: (id) => removeDeployment(confined, id),
  };
}

async function addRevision({ db, workspaceId }: Confined, deploymentId: string, revision: number, next: NewRevision) {
  await db
    .insertInto('deployment_revision')
    .values({
      id: next.id,
      workspace_id: workspaceId,
      deployment_id: deploymentId,
      revision,
      at: next.at,
      by: JSON.stringify(next.by),
      changed: [...next.changed],
      settings: JSON.stringify(next.settings),
    })
    .execute();
}

/** The deployment's row is locked first, so that no session can start while what belongs to it goes. */
async function removeDeployment(confined: Confined, id: string): Promise<boolean> {
  const { db, workspaceId } = confined;
  if (!(await lockRow(confined, id))) return false;
  await removeSessions(confined, db.selectFrom('session').select('id').where('deployment_id', '=', id));
  for (const table of ['session_rollup', 'node_rollup', 'visit', 'rollout_decision', 'deployment_revision'] as const) {
    await db.deleteFrom(table).where('deployment_id', '=', id).where('workspace_id', '=', workspaceId).execute();
  }
  await db.deleteFrom('deployment').where('id', '=', id).where('workspace_id', '=', workspaceId).execute();
  return true;
}

/** The lock is a statement of its own: only the next one sees what the lock's last holder wrote to other tables. */
async function lockRow({ db, workspaceId }: Confined, id: string): Promise<boolean> {
  const deployment = db.selectFrom('deployment').select('id').where('id', '=', id);
  const row = await deployment.where('workspace_id', '=', workspaceId).forUpdate().executeTakeFirst();
  return row !== undefined;
}

async function findDeployment(confined: Confined, id: string): Promise<DeploymentRecord | null> {
  const row = await deployments(confined).where('deployment.id', '=', id).executeTakeFirst();
  return row ? presentDeployment(row) : null;
}

function must(deployment: DeploymentRecord | null): DeploymentRecord {
  if (!deployment) throw new Error('The deployment went away while its row was locked.');
  return deployment;
}

type RevisionRow = Pick<Selectable<Tables['deployment_revision']>, 'revision' | 'at' | 'by' | 'changed' | 'settings'>;

function presentRevision(row: RevisionRow): DeploymentRevisionRecord {
  return {
    revision: row.revision,
    at: row.at.toISOString(),
    by: row.by,
    changed: row.changed,
    settings: row.settings,
  };
}
