import type { SourceOwners, SourceStatus } from '../../contract/sources.ts';
import { searchedFor } from '../ui/searched-for.ts';

/** Which sources the list shows, as its address says it. */
export interface SourceFilter {
  q?: string;
  status?: SourceStatus;
  of?: SourceOwners;
}

const owners: readonly SourceOwners[] = ['everyone', 'person'];
const statuses: readonly SourceStatus[] = ['waiting', 'reading', 'ready', 'failed'];

/** The filter of an address; what it cannot mean is left out. */
export function readSourceFilter({ q, status, of }: Record<string, unknown>): SourceFilter {
  return {
    q: searchedFor(q),
    status: statuses.find((known) => known === status),
    of: owners.find((known) => known === of),
  };
}
