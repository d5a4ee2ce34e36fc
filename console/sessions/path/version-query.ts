import { queryOptions } from '@tanstack/react-query';
import { deploymentEndpoints } from '../../../contract/deployments.ts';
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

/** The flow that a session runs, by way of its deployment; null when that serves something else by now. */
export const flowOfSessionQuery = ({ deployment, version }: Pick<SessionSummary, 'deployment' | 'version'>) =>
  queryOptions({
    queryKey: ['flowOfVersion', version.id],
    queryFn: async ({ signal, client }) => {
      const { subject } = await api.call(deploymentEndpoints.getDeployment, { params: { id: deployment.id }, signal });
      if (subject.kind !== 'flow') return null;
      const found = await client.ensureQueryData(versionQuery(subject.id, version.number));
      return found.id === version.id ? { flowId: subject.id, version: found } : null;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
