import type { Selectable } from 'kysely';
import type { WorkspaceId } from '../../../core/ids.ts';
import type { WorkspaceReader, WorkspaceRecord, WorkspaceWriter } from '../../ports/store/workspace-store.ts';
import type { Confined } from './database.ts';
import type { Tables } from './tables.ts';
import { apiKeyReader, apiKeyWriter } from './workspace-api-keys.ts';
import { auditReader, auditWriter } from './workspace-audit.ts';
import { invitationReader, invitationWriter } from './workspace-invitations.ts';
import { memberReader, memberWriter } from './workspace-members.ts';
import { secretReader, secretWriter } from './workspace-secrets.ts';

export function workspaceReader(confined: Confined): WorkspaceReader {
  const workspace = confined.db.selectFrom('workspace').where('id', '=', confined.workspaceId);
  return {
    ...memberReader(confined),
    ...invitationReader(confined),
    ...apiKeyReader(confined),
    ...secretReader(confined),
    ...auditReader(confined),
    get: async () => presentWorkspace(await workspace.selectAll().executeTakeFirstOrThrow()),
    identitySecretSealed: async () =>
      (await workspace.select('identity_secret_sealed').executeTakeFirstOrThrow()).identity_secret_sealed,
  };
}

export function workspaceWriter(confined: Confined): WorkspaceWriter {
  const reader = workspaceReader(confined);
  return {
    ...reader,
    ...memberWriter(confined),
    ...invitationWriter(confined),
    ...apiKeyWriter(confined),
    ...secretWriter(confined),
    ...auditWriter(confined),
    change: async ({ name, timeZone, sharesMemory }) => {
      if ([name, timeZone, sharesMemory].every((value) => value === undefined)) return reader.get();
      const row = await confined.db
        .updateTable('workspace')
        .set({ name, time_zone: timeZone, shares_memory: sharesMemory })
        .where('id', '=', confined.workspaceId)
        .returningAll()
        .executeTakeFirstOrThrow();
      return presentWorkspace(row);
    },
  };
}

export function presentWorkspace(
  row: Pick<Selectable<Tables['workspace']>, 'id' | 'name' | 'time_zone' | 'shares_memory' | 'created_at'>,
): WorkspaceRecord {
  return {
    id: row.id as WorkspaceId,
    name: row.name,
    timeZone: row.time_zone,
    sharesMemory: row.shares_memory,
    createdAt: row.created_at.toISOString(),
  };
}
