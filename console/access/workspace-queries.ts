import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { ReplyOf } from '../../contract/endpoint.ts';
import { memberEndpoints } from '../../contract/members.ts';
import { allows, type Scope } from '../../contract/scopes.ts';
import { workspaceEndpoints } from '../../contract/workspace.ts';
import { api } from '../api/api.ts';
import { pagedQuery } from '../api/paged-query.ts';

const at = workspaceEndpoints;

export const workspaceQuery = queryOptions({
  queryKey: ['workspace'],
  queryFn: ({ signal }) => api.call(at.getWorkspace, { signal }),
  staleTime: 60_000,
});
export const membersQuery = pagedQuery(['members'], ({ cursor, signal }) =>
  api.call(memberEndpoints.listMembers, { query: { cursor }, signal }),
);
export const invitationsQuery = pagedQuery(['invitations'], ({ cursor, signal }) =>
  api.call(memberEndpoints.listInvitations, { query: { cursor }, signal }),
);
export const apiKeysQuery = pagedQuery(['apiKeys'], ({ cursor, signal }) =>
  api.call(at.listApiKeys, { query: { cursor }, signal }),
);
export const secretsQuery = pagedQuery(['secrets'], ({ cursor, signal }) =>
  api.call(at.listSecrets, { query: { cursor }, signal }),
);
export const auditQuery = pagedQuery(['audit'], ({ cursor, signal }) =>
  api.call(at.listAudit, { query: { cursor }, signal }),
);

/** The workspace and who is signed in; the shell has read it before any page is shown. */
export function useWorkspace(): ReplyOf<typeof at.getWorkspace> {
  return useSuspenseQuery(workspaceQuery).data;
}

/** Whether the member's role allows it. What it does not allow is not offered. */
export function useCan(scope: Scope): boolean {
  return allows(useWorkspace().caller.scopes, scope);
}
