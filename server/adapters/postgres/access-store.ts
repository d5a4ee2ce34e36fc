import type { WorkspaceId } from '../../../core/ids.ts';
import type { AccessStore, Role } from '../../ports/store/workspace-store.ts';
import type { Database } from './database.ts';
import { replyMemory } from './reply-memory.ts';
import { presentInvitation } from './workspace-invitations.ts';
import { presentWorkspace } from './workspace-store.ts';

export function accessStore(database: Database): AccessStore {
  return {
    ...replyMemory(database),
    apiKeyByHash: async (keyHash, now) => {
      const [row] = await database.call<ApiKeyRow>('use_api_key', [keyHash, now]);
      return row
        ? { id: row.id, name: row.name, workspaceId: row.workspace_id as WorkspaceId, scopes: row.scopes }
        : null;
    },
    membershipsOf: async (userId) => {
      const rows = await database.call<MembershipRow>('memberships_of', [userId]);
      return rows.map((row) => ({ workspaceId: row.workspace_id as WorkspaceId, role: row.role, name: row.name }));
    },
    invitationByHash: async (tokenHash, now) => {
      const [row] = await database.call<InvitationRow>('open_invitation', [tokenHash, now]);
      if (!row) return null;
      return {
        ...presentInvitation(row),
        workspaceId: row.workspace_id as WorkspaceId,
        workspaceName: row.workspace_name,
      };
    },
    takeInvitation: async (tokenHash, now) => {
      const [row] = await database.call<{ use_invitation: boolean }>('use_invitation', [tokenHash, now]);
      return row?.use_invitation === true;
    },
    createWorkspace: ({ id, name, identitySecretSealed, at }) =>
      database.inWorkspace(id, 'read write', async ({ db }) => {
        await db
          .insertInto('workspace')
          .values({ id, name, time_zone: 'UTC', identity_secret_sealed: identitySecretSealed, created_at: at })
          .execute();
      }),
    firstWorkspace: async () => {
      const [row] = await database.call<WorkspaceRow>('first_workspace', []);
      return row ? presentWorkspace(row) : null;
    },
  };
}

interface ApiKeyRow {
  id: string;
  name: string;
  workspace_id: string;
  scopes: string[];
}
interface MembershipRow {
  workspace_id: string;
  role: Role;
  name: string;
}
interface InvitationRow {
  id: string;
  email: string | null;
  role: Role;
  created_at: Date;
  expires_at: Date;
  workspace_id: string;
  workspace_name: string;
}
interface WorkspaceRow {
  id: string;
  name: string;
  time_zone: string;
  shares_memory: boolean;
  created_at: Date;
}
