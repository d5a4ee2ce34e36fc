import type { Selectable } from 'kysely';
import type { DeploymentId, DeploymentRevisionId } from '../../../core/ids.ts';
import type { DeploymentRecord } from '../../ports/store/deployment-store.ts';
import type { Confined } from './database.ts';
import type { Tables } from './tables.ts';

/** Deployments with the settings of their newest revision. */
export function deployments({ db, workspaceId }: Confined) {
  return db
    .selectFrom('deployment')
    .innerJoin('deployment_revision', 'deployment_revision.id', 'deployment.revision_id')
    .selectAll('deployment')
    .select('deployment_revision.settings')
    .where('deployment.workspace_id', '=', workspaceId);
}

export type DeploymentRow = Selectable<Tables['deployment']> &
  Pick<Selectable<Tables['deployment_revision']>, 'settings'>;

export function presentDeployment(row: DeploymentRow): DeploymentRecord {
  return {
    id: row.id as DeploymentId,
    key: row.key,
    salt: row.salt,
    subject: { kind: row.subject_kind, id: row.subject_id },
    platform: { kind: row.platform_kind },
    revision: row.revision,
    revisionId: row.revision_id as DeploymentRevisionId,
    settings: row.settings,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
