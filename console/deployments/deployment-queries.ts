import { deploymentEndpoints } from '../../contract/deployments.ts';
import { api } from '../api/api.ts';
import { pagedQuery } from '../api/paged-query.ts';

const at = deploymentEndpoints;

export const deploymentsQuery = pagedQuery(['deployments'], ({ cursor, signal }) =>
  api.call(at.listDeployments, { query: { cursor }, signal }),
);
