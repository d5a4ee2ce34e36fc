import { queryOptions } from '@tanstack/react-query';
import { type DeploymentReply, deploymentEndpoints } from '../../contract/deployments.ts';
import { decisionEndpoints } from '../../contract/rollout-decisions.ts';
import { api } from '../api/api.ts';
import { pagedQuery } from '../api/paged-query.ts';
import type { DeploymentFilter } from './list/deployment-filter.ts';

const at = deploymentEndpoints;

/** Every deployment, newest first. */
export const deploymentsQuery = pagedQuery(['deployments'], ({ cursor, signal }) =>
  api.call(at.listDeployments, { query: { cursor }, signal }),
);

/** The deployments of a filter, in its order. */
export const deploymentListQuery = (filter: DeploymentFilter) =>
  pagedQuery(['deployments', 'list', filter], ({ cursor, signal }) =>
    api.call(at.listDeployments, { query: { ...filter, cursor }, signal }),
  );

export const deploymentQuery = (id: string) =>
  queryOptions({
    queryKey: ['deployment', id],
    queryFn: ({ signal }) => api.call(at.getDeployment, { params: { id }, signal }),
  });

export const revisionsQuery = (id: string) =>
  pagedQuery(['deployment', id, 'revisions'], ({ cursor, signal }) =>
    api.call(at.listDeploymentRevisions, { params: { id }, query: { cursor, limit: 20 }, signal }),
  );

export const decisionsQuery = (id: string, unitKey: string) =>
  pagedQuery(['deployment', id, 'decisions', unitKey], ({ cursor, signal }) =>
    api.call(decisionEndpoints.listDecisions, { params: { id }, query: { cursor, unitKey, limit: 10 }, signal }),
  );

/** What looks different once a deployment has changed. */
export const changedWith = (id: DeploymentReply['id']) => [['deployments'], ['deployment', id]];
