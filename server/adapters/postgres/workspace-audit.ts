import type { Selectable } from 'kysely';
import type { AuditRecord, WorkspaceReader, WorkspaceWriter } from '../../ports/store/workspace-store.ts';
import type { Confined } from './database.ts';
import { keysetPage } from './keyset-page.ts';
import type { Tables } from './tables.ts';

export function auditReader({ db, workspaceId }: Confined): Pick<WorkspaceReader, 'listAudit'> {
  return {
    listAudit: (page) =>
      keysetPage(
        db.selectFrom('audit_entry').selectAll().where('workspace_id', '=', workspaceId),
        {
          key: 'at',
          tie: 'id',
          type: 'timestamptz',
          direction: 'desc',
          positionOf: (row) => [row.at.toISOString(), row.id],
        },
        page,
        present,
      ),
  };
}

export function auditWriter({ db, workspaceId }: Confined): Pick<WorkspaceWriter, 'audit'> {
  return {
    audit: async ({ id, at, actor, action, subjectId, fields }) => {
      await db
        .insertInto('audit_entry')
        .values({
          id,
          workspace_id: workspaceId,
          at,
          actor: JSON.stringify(actor),
          action,
          subject_id: subjectId,
          fields: [...fields],
        })
        .execute();
    },
  };
}

function present(row: Selectable<Tables['audit_entry']>): AuditRecord {
  return {
    id: row.id,
    at: row.at.toISOString(),
    actor: row.actor,
    action: row.action,
    subjectId: row.subject_id,
    fields: row.fields,
  };
}
