import { queryOptions } from '@tanstack/react-query';
import { flowEndpoints } from '../../../contract/flows.ts';
import { api } from '../../api/api.ts';

/** A version of a flow, which never changes. */
export const versionQuery = (flowId: string, number: number) =>
  queryOptions({
    queryKey: ['version', flowId, number],
    queryFn: ({ signal }) => api.call(flowEndpoints.getVersion, { params: { id: flowId, number }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
