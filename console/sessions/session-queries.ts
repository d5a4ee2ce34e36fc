import { queryOptions } from '@tanstack/react-query';
import { sessionEndpoints } from '../../contract/sessions.ts';
import { api } from '../api/api.ts';
import { pagedQuery } from '../api/paged-query.ts';
import { queryOf, type SessionFilter } from './session-filter.ts';

const at = sessionEndpoints;

export const sessionsQuery = (filter: SessionFilter) =>
  pagedQuery(['sessions', filter], ({ cursor, signal }) =>
    api.call(at.listSessions, { query: { ...queryOf(filter), cursor }, signal }),
  );

/** A session with its events. */
export const sessionQuery = (id: string) =>
  queryOptions({
    queryKey: ['session', id],
    queryFn: ({ signal }) => api.call(at.getSession, { params: { id }, signal }),
  });
