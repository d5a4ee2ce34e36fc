import { queryOptions } from '@tanstack/react-query';
import { flowEndpoints } from '../../../contract/flows.ts';
import type { SessionSummary } from '../../../contract/sessions.ts';
import { api } from '../../api/api.ts';

/** A version of a flow, which never changes. */
export const versionQuery = (flowId: string, number: number) =>
  queryOptions({
    queryKey: ['flow', flowId, 'version', number],
    queryFn: ({ signal }) => api.call(flowEndpoints.getVersion, { params: { id: flowId, number }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The version of a flow that a session runs; not asked for where it runs a twin. */
export const versionOfSessionQuery = ({ subject, version }: Pick<SessionSummary, 'subject' | 'version'>) =>
  queryOptions({ ...versionQuery(subject.id, version.number), enabled: subject.kind === 'flow' });
