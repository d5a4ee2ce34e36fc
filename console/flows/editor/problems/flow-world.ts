import { keepPreviousData, type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { flowEndpoints } from '../../../../contract/flows.ts';
import { twinEndpoints } from '../../../../contract/twins.ts';
import { workspaceEndpoints } from '../../../../contract/workspace.ts';
import type { FlowGraph } from '../../../../core/flow/graph.ts';
import type { FlowWorld } from '../../../../core/flow/validate-flow.ts';
import type { TwinSnapshot } from '../../../../core/twin/twin.ts';
import { api } from '../../../api/api.ts';
import { flowQuery } from '../../flow-queries.ts';
import { versionQuery } from '../../versions/version-query.ts';
import { objectIn, textIn } from '../graph/read-data.ts';
import { loadPatterns, type Patterns } from './patterns.ts';

/** Everything outside a draft that it may name, as validating and testing need it. */
export interface KnownWorld extends FlowWorld {
  readonly subflows: ReadonlyMap<string, { readonly name: string; readonly number: number; readonly graph: FlowGraph }>;
  /** Newest published versions of the twins called, by id. */
  readonly twinSnapshots: Readonly<Record<string, TwinSnapshot>>;
  readonly patterns: Patterns | null;
}

/** The world around a draft; null until it is known. */
export function useFlowWorld(flowId: string, graph: FlowGraph): KnownWorld | null {
  const queries = useQueryClient();
  const called = subflowIds(graph).sort();
  const calledTwins = twinIds(graph).sort();
  const hasPatterns = graph.nodes.some(({ data }) => textIn(objectIn(data.input).pattern) !== '');
  const { data } = useQuery({
    queryKey: ['flow', flowId, 'world', called, calledTwins, hasPatterns],
    queryFn: async (): Promise<KnownWorld> => {
      const [subflows, secrets, patterns] = await Promise.all([
        readSubflows(queries, called),
        queries.fetchQuery(secretNamesQuery),
        hasPatterns ? loadPatterns() : null,
      ]);
      const graphs = [...subflows.values()].map((subflow) => subflow.graph);
      const twinSnapshots = await readTwins(queries, [...calledTwins, ...graphs.flatMap(twinIds)]);
      return {
        flowId,
        subflows,
        twinSnapshots,
        twins: new Map(Object.entries(twinSnapshots).map(([id, { name }]) => [id, name])),
        secretNames: new Set(secrets),
        patterns,
        compilesPattern: patterns?.problem,
      };
    },
    placeholderData: keepPreviousData,
  });
  return data ?? null;
}

/** Flows that may be called as subflows, by id. */
export const flowNamesQuery = queryOptions({
  queryKey: ['flows', 'names'],
  queryFn: async ({ signal }) => {
    const { items } = await api.call(flowEndpoints.listFlows, { query: { limit: 200 }, signal });
    return new Map(items.map(({ id, name, newestVersion }) => [id, { name, isPublished: newestVersion !== null }]));
  },
});

export const secretNamesQuery = queryOptions({
  queryKey: ['secrets', 'names'],
  queryFn: async ({ signal }) => {
    const { items } = await api.call(workspaceEndpoints.listSecrets, { query: { limit: 200 }, signal });
    return items.map(({ name }) => name);
  },
});

/** The newest version of every flow called, directly or through others; what is not published is left out. */
async function readSubflows(queries: QueryClient, called: readonly string[]): Promise<KnownWorld['subflows']> {
  const found = new Map<string, { name: string; number: number; graph: FlowGraph }>();
  const asked = new Set<string>();
  for (let ids = [...called]; ids.length > 0; ) {
    const fresh = [...new Set(ids)].filter((id) => !asked.has(id));
    for (const id of fresh) asked.add(id);
    const versions = await Promise.all(fresh.map((id) => newestVersion(queries, id)));
    for (const [index, version] of versions.entries()) if (version) found.set(fresh[index] ?? '', version);
    ids = versions.flatMap((version) => (version ? subflowIds(version.graph) : []));
  }
  return found;
}

async function newestVersion(queries: QueryClient, id: string) {
  const flow = await queries.fetchQuery(flowQuery(id)).catch(() => null);
  if (!flow || flow.newestVersion === null) return null;
  const { number, graph } = await queries.fetchQuery(versionQuery(id, flow.newestVersion));
  return { name: flow.name, number, graph };
}

/** What is not published is left out. */
async function readTwins(queries: QueryClient, ids: readonly string[]): Promise<KnownWorld['twinSnapshots']> {
  const found = await Promise.all(
    [...new Set(ids)].map(
      async (id) => [id, await queries.fetchQuery(twinSnapshotQuery(id)).catch(() => null)] as const,
    ),
  );
  return Object.fromEntries(found.flatMap(([id, snapshot]) => (snapshot ? [[id, snapshot]] : [])));
}

const twinSnapshotQuery = (id: string) =>
  queryOptions({
    queryKey: ['twin', id, 'newest-version'],
    queryFn: async ({ signal }): Promise<TwinSnapshot | null> => {
      const { name, newestVersion: number } = await api.call(twinEndpoints.getTwin, { params: { id }, signal });
      if (number === null) return null;
      const version = await api.call(twinEndpoints.getTwinVersion, { params: { id, number }, signal });
      const { persona, knowledgeRules, styleRules } = version;
      return { name, number, persona, knowledgeRules, styleRules };
    },
  });

function twinIds({ nodes }: FlowGraph): string[] {
  const ids = nodes.flatMap(({ type, data }) => (type === 'twin' ? [textIn(data.twinId)] : []));
  return [...new Set(ids)].filter((id) => id !== '');
}

function subflowIds({ nodes }: FlowGraph): string[] {
  const ids = nodes.flatMap(({ type, data }) => (type === 'subflow' ? [textIn(data.flowId)] : []));
  return [...new Set(ids)].filter((id) => id !== '');
}
