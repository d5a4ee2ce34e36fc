import type { DeploymentReply, DeploymentRevisionReply } from '../../contract/deployments.ts';
import { notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import type { Context } from '../ports/context.ts';
import type { Page, PageRequest } from '../ports/store/common.ts';
import type { DecisionRecord } from '../ports/store/visit-store.ts';
import { presentDeployment, storedSettings } from './present-deployment.ts';

type Reads = Pick<Context, 'store' | 'publicUrl'>;

export async function listDeployments(ctx: Reads, actor: Actor, page: PageRequest): Promise<Page<DeploymentReply>> {
  const found = await ctx.store.read(actor.workspaceId, (reader) => reader.deployments.list(page));
  return { ...found, items: found.items.map((record) => presentDeployment(ctx.publicUrl, record)) };
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
  return { ...found, items: found.items.map((record) => ({ ...record, settings: storedSettings(record) })) };
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
