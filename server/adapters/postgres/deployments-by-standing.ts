import { type RawBuilder, sql } from 'kysely';
import type { Page, PageRequest } from '../../ports/store/common.ts';
import type { DeploymentRecord } from '../../ports/store/deployment-store.ts';
import type { Confined } from './database.ts';
import { presentDeployment } from './deployment-records.ts';
import { keysetPage, rowsOfPage } from './keyset-page.ts';

export interface StandingOrder {
  readonly by: keyof typeof standings;
  readonly since: Date;
}

/** Deployments by how many sessions they had, or how well these went; those without follow, newest first. */
export function deploymentsByStanding(
  confined: Confined,
  wanted: RawBuilder<boolean>,
  order: StandingOrder,
  page: PageRequest,
): Promise<Page<DeploymentRecord>> {
  const query = confined.db
    .with('counted', () => counted(confined, order))
    .selectFrom(ranked(confined, wanted, page))
    .innerJoin('deployment', 'deployment.id', 'ranked.id')
    .innerJoin('deployment_revision', 'deployment_revision.id', 'deployment.revision_id')
    .selectAll('deployment')
    .select(['deployment_revision.settings', 'ranked.standing']);
  return keysetPage(
    query,
    { ...highestFirst, key: 'ranked.standing', tie: 'ranked.id', positionOf: (row) => [String(row.standing), row.id] },
    page,
    presentDeployment,
  );
}

const highestFirst = { key: 'standing', tie: 'id', type: 'integer', direction: 'desc' } as const;

/** What deployments with sessions are ordered by; all others have 0, and so has a success of which nothing is judged. */
const standings = {
  sessions: sql<number>`sum(started)::integer`,
  success: sql<number>`coalesce(
    1 + round(sum(achieved) * 1000000.0 / nullif(sum(achieved + not_achieved + unclear), 0))::integer, 0)`,
};

interface Standing {
  id: string;
  standing: number;
}

/** Those that stand above 0. */
function counted({ db, workspaceId }: Confined, { by, since }: StandingOrder) {
  return db
    .selectFrom('session_rollup')
    .select(['deployment_id as id', standings[by].as('standing')])
    .where('workspace_id', '=', workspaceId)
    .where('hour', '>=', sql<Date>`date_trunc('hour', ${since}::timestamptz, 'UTC')`)
    .groupBy('deployment_id')
    .having(standings[by], '>', 0);
}

/** One page of those that were counted and one of the others: few have sessions, so that the many are never sorted. */
function ranked(confined: Confined, wanted: RawBuilder<boolean>, page: PageRequest) {
  const db = confined.db.withTables<{ counted: Standing }>();
  const all = db.selectFrom('deployment').where('deployment.workspace_id', '=', confined.workspaceId).where(wanted);
  const above = all.innerJoin('counted', 'counted.id', 'deployment.id').select(['deployment.id', 'counted.standing']);
  const others = all
    .where(sql<boolean>`NOT EXISTS (SELECT FROM counted WHERE counted.id = deployment.id)`)
    .select(['deployment.id', sql<number>`0`.as('standing')]);
  const [first, then] = [above, others].map((part) =>
    rowsOfPage(db.selectFrom(part.as('part')).selectAll(), highestFirst, page),
  );
  return sql<Standing>`(${first} UNION ALL ${then})`.as<'ranked'>('ranked');
}
