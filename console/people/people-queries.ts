import { queryOptions } from '@tanstack/react-query';
import { peopleEndpoints } from '../../contract/people.ts';
import { api } from '../api/api.ts';
import { pagedQuery } from '../api/paged-query.ts';

const at = peopleEndpoints;

export const peopleQuery = pagedQuery(['people'], ({ cursor, signal }) =>
  api.call(at.listPeople, { query: { cursor }, signal }),
);

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['person', id],
    queryFn: ({ signal }) => api.call(at.getPerson, { params: { id }, signal }),
  });
