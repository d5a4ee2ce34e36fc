import { queryOptions } from '@tanstack/react-query';
import { flowEndpoints } from '../../contract/flows.ts';
import { api } from '../api/api.ts';
import { pagedQuery } from '../api/paged-query.ts';

const at = flowEndpoints;

/** Every flow, or those whose names hold `q`; newest first. */
export const flowsQuery = (q?: string) =>
  pagedQuery(['flows', q], ({ cursor, signal }) => api.call(at.listFlows, { query: { q, cursor }, signal }));

/** A flow with its draft. */
export const flowQuery = (id: string) =>
  queryOptions({
    queryKey: ['flow', id],
    queryFn: ({ signal }) => api.call(at.getFlow, { params: { id }, signal }),
  });

/** What would keep this draft from being published. */
export const draftProblemsQuery = (id: string, revision: number) =>
  queryOptions({
    queryKey: ['flow', id, 'problems', revision],
    queryFn: ({ signal }) => api.call(at.validateDraft, { params: { id }, signal }),
  });
