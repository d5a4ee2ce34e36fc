import { sql } from 'kysely';
import type { Page, PageRequest } from '../../ports/store/common.ts';
import type { DeploymentRecord, DeploymentSearch } from '../../ports/store/deployment-store.ts';
import type { Confined } from './database.ts';
import { type DeploymentRow, deployments, presentDeployment } from './deployment-records.ts';
import { deploymentsByStanding } from './deployments-by-standing.ts';
import { type KeysetOrder, keysetPage } from './keyset-page.ts';
import { hasWords } from './words.ts';

/** The deployments that a list asks for, in the order it asks for. */
export async function listDeployments(
  confined: Confined,
  { q, status, order }: DeploymentSearch,
  page: PageRequest,
): Promise<Page<DeploymentRecord>> {
  const hasStatus = status === undefined ? always : sql<boolean>`deployment.status = ${status}`;
  const hasName = q === undefined ? always : await hasWords(confined, 'deployment.id', 'named_deployment', q);
  const wanted = sql<boolean>`${hasStatus} AND ${hasName}`;
  if (order?.by === 'sessions' || order?.by === 'success') return deploymentsByStanding(confined, wanted, order, page);
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
