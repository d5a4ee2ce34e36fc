import type { FlowVersionContent } from '../../core/flow/flow.ts';
import type { FlowGraph } from '../../core/flow/graph.ts';
import { type FlowProblem, validateFlow } from '../../core/flow/validate-flow.ts';
import { AppError, draftUnseen, notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import { audit } from '../ports/audit.ts';
import type { Context } from '../ports/context.ts';
import { sourcesInForce } from '../ports/sources-in-force.ts';
import type { FlowReader } from '../ports/store/flow-store.ts';
import type { Reader } from '../ports/store/store.ts';
import type { VersionSummaryRecord } from '../ports/store/subject-store.ts';
import type { TwinReader } from '../ports/store/twin-store.ts';
import { existingFlow } from './read-flows.ts';

type Subflows = FlowVersionContent['subflows'];
type Twins = NonNullable<FlowVersionContent['twins']>;

/** Makes the draft the next immutable version, with every subflow and twin it reaches as they are published now. */
export function publishVersion(
  ctx: Pick<Context, 'store' | 'clock' | 'ids' | 'patterns'>,
  actor: Actor,
  flowId: string,
  input: { note?: string; revision?: number },
): Promise<VersionSummaryRecord> {
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    const flow = await transaction.flows.lockDraft(flowId);
    if (!flow) throw notFound('flow');
    if (input.revision !== undefined && input.revision !== flow.draft.revision) {
      throw draftUnseen(flow.draft, input.revision);
    }
    const { problems, subflows, twins } = await examine(ctx, transaction, flowId, flow.draft.graph);
    if (problems.length > 0) {
      throw new AppError('flow_invalid', `The draft cannot be published: ${count(problems)} to mend first.`, {
        problems,
      });
    }
    const version = await transaction.flows.publish({
      id: ctx.ids.next('ver'),
      subjectId: flowId,
      content: { graph: flow.draft.graph, subflows, ...(await withTwins(transaction, twins)) },
      note: input.note ?? null,
      at: ctx.clock.now(),
      by: actor,
    });
    await audit(ctx, transaction, actor, { action: 'flow.published', subjectId: version.id, fields: ['version'] });
    return version;
  });
}

/** What would keep the draft from being published now. */
export function validateDraft(
  ctx: Pick<Context, 'store' | 'patterns'>,
  actor: Actor,
  flowId: string,
): Promise<{ problems: FlowProblem[] }> {
  return ctx.store.read(actor.workspaceId, async (reader) => {
    const { draft } = await existingFlow(reader.flows, flowId);
    const { problems } = await examine(ctx, reader, flowId, draft.graph);
    return { problems };
  });
}

async function examine(
  ctx: Pick<Context, 'patterns'>,
  reader: Pick<Reader, 'flows' | 'twins' | 'workspace'>,
  flowId: string,
  graph: FlowGraph,
): Promise<{ problems: FlowProblem[]; subflows: Subflows; twins: Twins }> {
  const subflows = await reachedSubflows(reader.flows, graph);
  const twins = await calledTwins(reader.twins, [graph, ...Object.values(subflows).map((flow) => flow.graph)]);
  const secrets = await reader.workspace.listSecrets({ limit: 1000 });
  const problems = validateFlow(graph, {
    flowId,
    subflows: new Map(Object.entries(subflows)),
    twins: new Map(Object.entries(twins).map(([id, twin]) => [id, twin.name])),
    secretNames: new Set(secrets.items.map((secret) => secret.name)),
    compilesPattern: ctx.patterns.problem,
  });
  return { problems, subflows, twins };
}

/** The newest published version of every flow the graph reaches through subflow nodes, however deep. */
async function reachedSubflows(flows: FlowReader, graph: FlowGraph): Promise<Subflows> {
  const reached: Record<string, Subflows[string]> = {};
  const queue = subflowIds(graph);
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (Object.hasOwn(reached, id)) continue;
    const version = await flows.newestVersion(id);
    if (!version) continue;
    reached[id] = { name: version.name, number: version.number, graph: version.graph };
    queue.push(...subflowIds(version.graph));
  }
  return reached;
}

/** The newest published version of every twin that the graphs call. */
async function calledTwins(twins: TwinReader, graphs: readonly FlowGraph[]): Promise<Twins> {
  const called: Record<string, Twins[string]> = {};
  for (const id of new Set(graphs.flatMap(twinIds))) {
    const snapshot = (await twins.newestVersion(id))?.twins?.[id];
    if (snapshot) called[id] = snapshot;
  }
  return called;
}

async function withTwins(
  { sources }: Pick<Reader, 'sources'>,
  twins: Twins,
): Promise<Pick<FlowVersionContent, 'twins' | 'sources'>> {
  return Object.keys(twins).length === 0 ? {} : { twins, sources: await sourcesInForce(sources) };
}

function twinIds(graph: FlowGraph): string[] {
  return graph.nodes.flatMap((node) =>
    node.type === 'twin' && typeof node.data.twinId === 'string' ? [node.data.twinId] : [],
  );
}

function subflowIds(graph: FlowGraph): string[] {
  return graph.nodes.flatMap((node) =>
    node.type === 'subflow' && typeof node.data.flowId === 'string' ? [node.data.flowId] : [],
  );
}

function count(problems: readonly FlowProblem[]): string {
  return problems.length === 1 ? '1 problem' : `${problems.length} problems`;
}
