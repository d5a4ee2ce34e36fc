import { queryOptions } from '@tanstack/react-query';
import { type SourceStatus, sourceEndpoints } from '../../contract/sources.ts';
import { api } from '../api/api.ts';
import { pagedQuery } from '../api/paged-query.ts';
import type { SourceFilter } from './source-filter.ts';

const at = sourceEndpoints;
const askAgainMs = 1_500;

export function isBeingRead({ status }: { readonly status: SourceStatus }): boolean {
  return status === 'waiting' || status === 'reading';
}

/** Sources, newest first; asked for again as long as one of them is being read. */
export const sourcesQuery = (filter: SourceFilter & { person?: string } = {}) => ({
  ...pagedQuery(['sources', filter], ({ cursor, signal }) =>
    api.call(at.listSources, { query: { ...filter, cursor }, signal }),
  ),
  refetchInterval: ({ state }: { state: { data?: { pages: { items: { status: SourceStatus }[] }[] } } }) =>
    state.data?.pages.some(({ items }) => items.some(isBeingRead)) ? askAgainMs : false,
});

/** A source with its text; asked for again as long as it is being read. */
export const sourceQuery = (id: string) =>
  queryOptions({
    queryKey: ['source', id],
    queryFn: ({ signal }) => api.call(at.getSource, { params: { id }, signal }),
    refetchInterval: ({ state }) => (state.data && isBeingRead(state.data) ? askAgainMs : false),
  });

/** The passages of one revision of a source's text. */
export const passagesQuery = (id: string, revision: number) =>
  pagedQuery(['source', id, 'passages', revision], ({ cursor, signal }) =>
    api.call(at.listPassages, { params: { id }, query: { cursor }, signal }),
  );

/** What looks different once a source has changed. */
export const changedWith = (id: string) => [['sources'], ['source', id]];
