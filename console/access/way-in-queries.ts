import { queryOptions } from '@tanstack/react-query';
import { workspaceEndpoints } from '../../contract/workspace.ts';
import { api } from '../api/api.ts';

export const wayInQuery = queryOptions({
  queryKey: ['wayIn'],
  queryFn: ({ signal }) => api.call(workspaceEndpoints.readWayIn, { signal }),
});
