import { deploymentSorts, deploymentStatuses } from '../../../contract/deployments.ts';
import { searchedFor } from '../../ui/searched-for.ts';

/** What the list of deployments is narrowed to and how it is sorted; it lives in the address. */
export interface DeploymentFilter {
  readonly q?: string;
  readonly status?: (typeof deploymentStatuses)[number];
  /** The newest first when absent. */
  readonly sort?: Exclude<(typeof deploymentSorts)[number], 'newest'>;
}

/** The filter of an address; what is not one is left out. */
export function readDeploymentFilter({ q, status, sort }: Record<string, unknown>): DeploymentFilter {
  return {
    q: searchedFor(q),
    status: deploymentStatuses.find((known) => known === status),
    sort: sortOf(sort),
  };
}

export function sortOf(value: unknown): DeploymentFilter['sort'] {
  const sort = deploymentSorts.find((known) => known === value);
  return sort === 'newest' ? undefined : sort;
}

/** Whether some deployments may be left out. */
export function isNarrowed({ q, status }: DeploymentFilter): boolean {
  return q !== undefined || status !== undefined;
}
