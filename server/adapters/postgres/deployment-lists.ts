import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { DeploymentId, DeploymentRevisionId } from '../../../core/ids.ts';
import type { Page, PageRequest } from '../../ports/store/common.ts';
import type { DeploymentRecord, DeploymentSearch } from '../../ports/store/deployment-store.ts';
import type { Confined } from './database.ts';
import { type KeysetOrder, keysetPage, rowsOfPage } from './keyset-page.ts';
import type { Tables } from './tables.ts';
import { hasWords } from './words.ts';

type Wanted = RawBuilder<boolean>;

/** The deployments that a list asks for, in the order it asks for. */
export async function listDeployments(
  confined: Confined,
  { q, status, order }: DeploymentSearch,
  page: PageRequest,
): Promise<Page<DeploymentRecord>> {
  const hasStatus = status === undefined ? always : sql<boolean>`deployment.status = ${status}`;
  const hasName = q === undefined ? always : await hasWords(confined, 'deployment.id', 'named_deployment', q);
  const wanted = sql<boolean>`${hasStatus} AND ${hasName}`;
  if (order?.by === 'sessions' || order?.by === 'success') return byStanding(confined, wanted, order, page);
  return keysetPage(
    deployments(confined).where(wanted),
    order?.by === 'name' ? byName : newestFirst,
    page,
    presentDeployment,
  );
}

const always = sql<boolean>`true`;

const newestFirst: KeysetOrder<DeploymentRow> = {
  key: 'deployment.created_at',
  tie: 'deployment.id',
  type: 'timestamptz',
  direction: 'desc',
  positionOf: (row) => [row.created_at.toISOString(), row.id],
};
const byName: KeysetOrder<DeploymentRow> = {
  key: 'deployment.sort_name',
  tie: 'deployment.id',
  type: 'text',
  direction: 'asc',
  positionOf: (row) => [row.sort_name, row.id],
};
const standing = { key: 'standing', tie: 'id', type: 'integer', direction: 'desc' } as const;

/** What deployments with sessions are ordered by; all others have 0, and so has a success of which nothing is judged. */
const standings = {
  sessions: sql<number>`sum(started)::integer`,
  success: sql<number>`coalesce(
    1 + round(sum(achieved) * 1000000.0 / nullif(sum(achieved + not_achieved + unclear), 0))::integer, 0)`,
};

/**
 * Those that stand above 0 first, and then the others, newest first: few have sessions, so that a page is filled
 * without sorting all there are.
 */
function byStanding(
  confined: Confined,
  wanted: Wanted,
  { by, since }: { by: keyof typeof standings; since: Date },
  page: PageRequest,
): Promise<Page<DeploymentRecord>> {
  const db = confined.db.withTables<{ counted: Standing }>();
  const { workspaceId } = confined;
  const above = db
    .selectFrom('deployment')
    .innerJoin('counted', 'counted.id', 'deployment.id')
    .select(['deployment.id', 'counted.standing'])
    .where('deployment.workspace_id', '=', workspaceId)
    .where(wanted);
  const others = db
    .selectFrom('deployment')
    .select(['deployment.id', sql<number>`0`.as('standing')])
    .where('deployment.workspace_id', '=', workspaceId)
    .where(sql<boolean>`NOT EXISTS (SELECT FROM counted WHERE counted.id = deployment.id)`)
    .where(wanted);
  const [first, then] = [above, others].map((part) =>
    rowsOfPage(db.selectFrom(part.as('part')).selectAll(), standing, page),
  );
  const ranked = sql<Standing>`(${first} UNION ALL ${then})`.as<'ranked'>('ranked');
  return keysetPage(
    db
      .with('counted', () =>
        confined.db
          .selectFrom('session_rollup')
          .select(['deployment_id as id', standings[by].as('standing')])
          .where('workspace_id', '=', workspaceId)
          .where('hour', '>=', sql<Date>`date_trunc('hour', ${since}::timestamptz, 'UTC')`)
          .groupBy('deployment_id')
          .having(standings[by], '>', 0),
      )
      .selectFrom(ranked)
      .innerJoin('deployment', 'deployment.id', 'ranked.id')
      .innerJoin('deployment_revision', 'deployment_revision.id', 'deployment.revision_id')
      .selectAll('deployment')
      .select(['deployment_revision.settings', 'ranked.standing']),
    { ...standing, key: 'ranked.standing', tie: 'ranked.id', positionOf: (row) => [String(row.standing), row.id] },
    page,
    presentDeployment,
  );
}

interface Standing {
  id: string;
  standing: number;
}

export function deployments({ db, workspaceId }: Confined) {
  return db
    .selectFrom('deployment')
    .innerJoin('deployment_revision', 'deployment_revision.id', 'deployment.revision_id')
    .selectAll('deployment')
    .select('deployment_revision.settings')
    .where('deployment.workspace_id', '=', workspaceId);
}

type DeploymentRow = Selectable<Tables['deployment']> & Pick<Selectable<Tables['deployment_revision']>, 'settings'>;

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
