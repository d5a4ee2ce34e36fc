import type { DeploymentReply } from '../../contract/deployments.ts';
import { flowEndpoints } from '../../contract/flows.ts';
import { twinEndpoints } from '../../contract/twins.ts';
import { api } from '../api/api.ts';
import { pagedQuery } from '../api/paged-query.ts';

/** Published versions of what a deployment serves, newest first. */
export const subjectVersionsQuery = ({ kind, id }: DeploymentReply['subject']) =>
  pagedQuery([kind, id, 'versions'], ({ cursor, signal }) =>
    api.call(kind === 'flow' ? flowEndpoints.listVersions : twinEndpoints.listTwinVersions, {
      params: { id },
      query: { cursor },
      signal,
    }),
  );
