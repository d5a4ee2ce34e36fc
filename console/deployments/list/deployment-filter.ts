import type { deploymentSorts, deploymentStatuses } from '../../../contract/deployments.ts';
import { searchedFor } from '../../ui/searched-for.ts';

type Status = (typeof deploymentStatuses)[number];
type Sort = Exclude<(typeof deploymentSorts)[number], 'newest'>;

// The contract's own lists would bring all that travels of deployments to the first screen.
const statuses: readonly Status[] = ['active', 'inactive'];
const sorts: readonly Sort[] = ['name', 'sessions', 'success'];

/** What the list of deployments is narrowed to and how it is sorted; it lives in the address. */
export interface DeploymentFilter {
  readonly q?: string;
  readonly status?: Status;
  /** The newest first when absent. */
  readonly sort?: Sort;
}

/** The filter of an address; what is not one is left out. */
export function readDeploymentFilter({ q, status, sort }: Record<string, unknown>): DeploymentFilter {
  return {
    q: searchedFor(q),
    status: statuses.find((known) => known === status),
    sort: sortOf(sort),
  };
}

export function sortOf(value: unknown): Sort | undefined {
  return sorts.find((known) => known === value);
}

/** Whether some deployments may be left out. */
export function isNarrowed({ q, status }: DeploymentFilter): boolean {
  return q !== undefined || status !== undefined;
}
