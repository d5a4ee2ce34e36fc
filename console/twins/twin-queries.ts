import { queryOptions } from '@tanstack/react-query';
import type { DiffSide } from '../../contract/subjects.ts';
import { twinEndpoints } from '../../contract/twins.ts';
import { api } from '../api/api.ts';
import { pagedQuery } from '../api/paged-query.ts';

const at = twinEndpoints;

/** Every twin, or those whose names hold `q`; newest first. */
export const twinsQuery = (q?: string) =>
  pagedQuery(['twins', q], ({ cursor, signal }) => api.call(at.listTwins, { query: { q, cursor }, signal }));

/** A twin with its draft. */
export const twinQuery = (id: string) =>
  queryOptions({
    queryKey: ['twin', id],
    queryFn: ({ signal }) => api.call(at.getTwin, { params: { id }, signal }),
  });

/** Published versions of a twin, newest first. */
export const twinVersionsQuery = (id: string) =>
  pagedQuery(['twin', id, 'versions'], ({ cursor, signal }) =>
    api.call(at.listTwinVersions, { params: { id }, query: { cursor }, signal }),
  );

/** What changed between two versions, or a version and the draft at a revision. */
export const twinDiffQuery = (id: string, from: DiffSide, to: DiffSide, draftRevision: number) =>
  queryOptions({
    queryKey: ['twin', id, 'diff', from, to, draftRevision],
    queryFn: ({ signal }) => api.call(at.diffTwinVersions, { params: { id }, query: { from, to }, signal }),
  });

/** What would keep this draft from being published. */
export const twinProblemsQuery = (id: string, revision: number) =>
  queryOptions({
    queryKey: ['twin', id, 'problems', revision],
    queryFn: ({ signal }) => api.call(at.validateTwinDraft, { params: { id }, signal }),
  });

/** What looks different once a twin has changed. */
export const changedWith = (id: string) => [['twins'], ['twin', id]];
