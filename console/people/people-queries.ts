import { queryOptions } from '@tanstack/react-query';
import { peopleEndpoints } from '../../contract/people.ts';
import { api } from '../api/api.ts';
import { pagedQuery } from '../api/paged-query.ts';

const at = peopleEndpoints;

/** Everybody, or whose name or email holds `q`. */
export const peopleQuery = (q?: string) =>
  pagedQuery(['people', q], ({ cursor, signal }) => api.call(at.listPeople, { query: { q, cursor }, signal }));

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['person', id],
    queryFn: ({ signal }) => api.call(at.getPerson, { params: { id }, signal }),
  });

/** What twins learned about a person, newest first; few at a time, for more stands below them. */
export const factsQuery = (personId: string) =>
  pagedQuery(['facts', personId], ({ cursor, signal }) =>
    api.call(at.listFacts, { params: { id: personId }, query: { cursor, limit: 10 }, signal }),
  );
