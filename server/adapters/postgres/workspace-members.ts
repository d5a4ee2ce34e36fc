import type { MemberRecord, Role, WorkspaceReader, WorkspaceWriter } from '../../ports/store/workspace-store.ts';
import type { Confined } from './database.ts';
import { keysetPage } from './keyset-page.ts';

export function memberReader(confined: Confined): Pick<WorkspaceReader, 'listMembers'> {
  return {
    listMembers: (page) =>
      keysetPage(
        members(confined),
        {
          key: 'member.joined_at',
          tie: 'member.user_id',
          type: 'timestamptz',
          direction: 'asc',
          positionOf: (row) => [row.joined_at.toISOString(), row.user_id],
        },
        page,
        present,
      ),
  };
}

type MemberWriter = Pick<WorkspaceWriter, 'addMember' | 'findMember' | 'lockOwners' | 'changeRole' | 'removeMember'>;

export function memberWriter(confined: Confined): MemberWriter {
  const { db, workspaceId } = confined;
  return {
    addMember: async ({ userId, role, at }) => {
      await db
        .insertInto('member')
        .values({ workspace_id: workspaceId, user_id: userId, role, joined_at: at })
        .onConflict((known) => known.doNothing())
        .execute();
    },
    findMember: async (userId) => {
      const row = await members(confined).where('member.user_id', '=', userId).executeTakeFirst();
      return row ? present(row) : null;
    },
    lockOwners: async () => {
      const rows = await db
        .selectFrom('member')
        .select('user_id')
        .where('workspace_id', '=', workspaceId)
        .where('role', '=', 'owner')
        .orderBy('user_id')
        .forUpdate()
        .execute();
      return rows.map((row) => row.user_id);
    },
    changeRole: async (userId, role) => {
      await db
        .updateTable('member')
        .set({ role })
        .where('workspace_id', '=', workspaceId)
        .where('user_id', '=', userId)
        .execute();
    },
    removeMember: async (userId) => {
      await db.deleteFrom('member').where('workspace_id', '=', workspaceId).where('user_id', '=', userId).execute();
    },
  };
}

function members({ db, workspaceId }: Confined) {
  return db
    .selectFrom('member')
    .innerJoin('auth_user', 'auth_user.id', 'member.user_id')
    .select(['member.user_id', 'member.role', 'member.joined_at', 'auth_user.name', 'auth_user.email'])
    .where('member.workspace_id', '=', workspaceId);
}

function present(row: { user_id: string; role: Role; joined_at: Date; name: string; email: string }): MemberRecord {
  return {
    userId: row.user_id,
    name: row.name,
    email: row.email,
    role: row.role,
    joinedAt: row.joined_at.toISOString(),
  };
}
