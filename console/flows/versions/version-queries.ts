import { queryOptions } from '@tanstack/react-query';
import { deploymentEndpoints } from '../../../contract/deployments.ts';
import { flowEndpoints } from '../../../contract/flows.ts';
import type { DiffSide } from '../../../contract/subjects.ts';
import { api } from '../../api/api.ts';
import { pagedQuery } from '../../api/paged-query.ts';

export const versionsQuery = (flowId: string) =>
  pagedQuery(['flow', flowId, 'versions'], ({ cursor, signal }) =>
    api.call(flowEndpoints.listVersions, { params: { id: flowId }, query: { cursor }, signal }),
  );

/** What changed between two versions, or a version and the draft at a revision. */
export const diffQuery = (flowId: string, from: DiffSide, to: DiffSide, draftRevision: number) =>
  queryOptions({
    queryKey: ['flow', flowId, 'diff', from, to, draftRevision],
    queryFn: ({ signal }) =>
      api.call(flowEndpoints.diffVersions, { params: { id: flowId }, query: { from, to }, signal }),
  });

const pageLimit = 200;
const mostPages = 25;

/** Every deployment that serves this flow. */
export const flowDeploymentsQuery = (flowId: string) =>
  queryOptions({
    queryKey: ['deployments', 'ofFlow', flowId],
    queryFn: async ({ signal }) => {
      const found: DeploymentOfFlow[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < mostPages; page += 1) {
        const reply = await api.call(deploymentEndpoints.listDeployments, {
          query: { limit: pageLimit, cursor },
          signal,
        });
        found.push(...reply.items.filter(({ subject }) => subject.kind === 'flow' && subject.id === flowId));
        if (reply.nextCursor === null) break;
        cursor = reply.nextCursor;
      }
      return found;
    },
  });

/** What publishing and re-pinning need to know of a deployment. */
export type DeploymentOfFlow = {
  readonly id: string;
  readonly name: string;
  readonly status: 'active' | 'inactive';
  readonly versionPolicy: { readonly kind: 'latest' } | { readonly kind: 'pinned'; readonly number: number };
};
