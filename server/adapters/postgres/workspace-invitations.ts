import type { Selectable } from 'kysely';
import type { InvitationRecord, WorkspaceReader, WorkspaceWriter } from '../../ports/store/workspace-store.ts';
import type { Confined } from './database.ts';
import { keysetPage } from './keyset-page.ts';
import { newestFirst } from './newest-first.ts';
import type { Tables } from './tables.ts';

export function invitationReader({ db, workspaceId }: Confined): Pick<WorkspaceReader, 'listInvitations'> {
  return {
    listInvitations: (page, now) => {
      const open = db
        .selectFrom('invitation')
        .selectAll()
        .where('workspace_id', '=', workspaceId)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now);
      return keysetPage(open, newestFirst, page, presentInvitation);
    },
  };
}

export function invitationWriter({
  db,
  workspaceId,
}: Confined): Pick<WorkspaceWriter, 'addInvitation' | 'removeInvitation'> {
  return {
    addInvitation: async ({ id, tokenHash, email, role, at, expiresAt }) => {
      const row = await db
        .insertInto('invitation')
        .values({
          id,
          workspace_id: workspaceId,
          token_hash: tokenHash,
          email,
          role,
          created_at: at,
          expires_at: expiresAt,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      return presentInvitation(row);
    },
    removeInvitation: async (id) => {
      const { numDeletedRows } = await db
        .deleteFrom('invitation')
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', id)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}

export function presentInvitation(
  row: Pick<Selectable<Tables['invitation']>, 'id' | 'email' | 'role' | 'created_at' | 'expires_at'>,
): InvitationRecord {
  return {
    id: row.id,
    email: row.email,
    role: row.role,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  };
}
