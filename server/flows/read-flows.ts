import type { DiffSide } from '../../contract/subjects.ts';
import { diffFlow } from '../../core/flow/diff-flow.ts';
import type { FlowGraph } from '../../core/flow/graph.ts';
import { notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import type { Context } from '../ports/context.ts';
import type { Page, PageRequest } from '../ports/store/common.ts';
import type { FlowReader, FlowRecord } from '../ports/store/flow-store.ts';
import type { VersionRecord, VersionSummaryRecord } from '../ports/store/subject-store.ts';

type Reads = Pick<Context, 'store'>;

export function listFlows(ctx: Reads, actor: Actor, filter: { q?: string }, page: PageRequest) {
  return ctx.store.read(actor.workspaceId, (reader) => reader.flows.list(filter, page));
}

export function getFlow(ctx: Reads, actor: Actor, id: string): Promise<FlowRecord> {
  return ctx.store.read(actor.workspaceId, (reader) => existingFlow(reader.flows, id));
}

export function listVersions(
  ctx: Reads,
  actor: Actor,
  flowId: string,
  page: PageRequest,
): Promise<Page<VersionSummaryRecord>> {
  return ctx.store.read(actor.workspaceId, async (reader) => {
    await existingFlow(reader.flows, flowId);
    return reader.flows.listVersions(flowId, page);
  });
}

export function getVersion(ctx: Reads, actor: Actor, flowId: string, number: number): Promise<VersionRecord> {
  return ctx.store.read(actor.workspaceId, (reader) => existingVersion(reader.flows, flowId, number));
}

/** What changed between two versions, or a version and the draft. */
export function diffVersions(ctx: Reads, actor: Actor, flowId: string, sides: { from: DiffSide; to: DiffSide }) {
  return ctx.store.read(actor.workspaceId, async (reader) => {
    const graphOf = async (side: DiffSide): Promise<FlowGraph> =>
      side === 'draft'
        ? (await existingFlow(reader.flows, flowId)).draft.graph
        : (await existingVersion(reader.flows, flowId, side)).graph;
    return diffFlow(await graphOf(sides.from), await graphOf(sides.to));
  });
}

/** The flow, or a 404. */
export async function existingFlow(flows: FlowReader, id: string): Promise<FlowRecord> {
  const flow = await flows.find(id);
  if (!flow) throw notFound('flow');
  return flow;
}

/** The version, or a 404. */
export async function existingVersion(flows: FlowReader, flowId: string, number: number): Promise<VersionRecord> {
  const version = await flows.findVersion(flowId, number);
  if (!version) throw notFound('version');
  return version;
}
