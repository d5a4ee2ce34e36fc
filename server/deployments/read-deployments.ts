import { storedSettings } from '../../contract/deployment-settings.ts';
import type {
  DeploymentListItem,
  DeploymentReply,
  DeploymentRevisionReply,
  deploymentSorts,
} from '../../contract/deployments.ts';
import { notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import type { Context } from '../ports/context.ts';
import type { Page, PageRequest } from '../ports/store/common.ts';
import type { DeploymentRecord, DeploymentSearch, DeploymentStanding } from '../ports/store/deployment-store.ts';
import type { DecisionRecord } from '../ports/store/visit-store.ts';
import { presentDeployment } from './present-deployment.ts';

type Reads = Pick<Context, 'store' | 'publicUrl'>;

/** How far back the sessions of a list are counted. */
const countedMs = 30 * 24 * 60 * 60 * 1000;

export interface DeploymentQuery extends Pick<DeploymentSearch, 'q' | 'status'> {
  readonly sort?: (typeof deploymentSorts)[number];
}

export function listDeployments(
  ctx: Reads & Pick<Context, 'clock'>,
  actor: Actor,
  { sort = 'newest', ...filter }: DeploymentQuery,
  page: PageRequest,
): Promise<Page<DeploymentListItem>> {
  const since = new Date(ctx.clock.now().getTime() - countedMs);
  return ctx.store.read(actor.workspaceId, async ({ deployments }) => {
    const found = await deployments.list(page, { ...filter, order: orderOf(sort, since) });
    const ids = found.items.map(({ id }) => id);
    const standings = new Map((await deployments.standings(ids, since)).map((standing) => [standing.id, standing]));
    return { ...found, items: found.items.map((record) => listItem(ctx, record, standings.get(record.id))) };
  });
}

function orderOf(sort: (typeof deploymentSorts)[number], since: Date): DeploymentSearch['order'] {
  if (sort === 'newest') return undefined;
  return sort === 'name' ? { by: sort } : { by: sort, since };
}

function listItem(ctx: Reads, record: DeploymentRecord, standing: DeploymentStanding | undefined): DeploymentListItem {
  return {
    ...presentDeployment(ctx.publicUrl, record),
    subjectName: standing?.subjectName ?? null,
    servedVersion: standing?.servedVersion ?? null,
    stats: standing?.stats ?? { sessions: 0, achieved: 0, judged: 0 },
  };
}

export async function getDeployment(ctx: Reads, actor: Actor, id: string): Promise<DeploymentReply> {
  const record = await ctx.store.read(actor.workspaceId, (reader) => reader.deployments.find(id));
  if (!record) throw notFound('deployment');
  return presentDeployment(ctx.publicUrl, record);
}

export async function listDeploymentRevisions(
  ctx: Reads,
  actor: Actor,
  id: string,
  page: PageRequest,
): Promise<Page<DeploymentRevisionReply>> {
  await getDeployment(ctx, actor, id);
  const found = await ctx.store.read(actor.workspaceId, (reader) => reader.deployments.listRevisions(id, page));
  return { ...found, items: found.items.map((record) => ({ ...record, settings: storedSettings(record.settings) })) };
}

export async function listDecisions(
  ctx: Reads,
  actor: Actor,
  id: string,
  filter: { unitKey?: string } & PageRequest,
): Promise<Page<DecisionRecord>> {
  await getDeployment(ctx, actor, id);
  return ctx.store.visits.listDecisions(actor.workspaceId, id, filter);
}
