import { queryOptions } from '@tanstack/react-query';
import { modelEndpoints } from '../../contract/models.ts';
import { api } from '../api/api.ts';

export const modelsQuery = queryOptions({
  queryKey: ['models'],
  queryFn: ({ signal }) => api.call(modelEndpoints.getModels, { signal }),
});
