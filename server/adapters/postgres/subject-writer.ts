import type { SubjectWriter } from '../../ports/store/subject-store.ts';
import type { Confined } from './database.ts';
import {
  draftColumns,
  findSubject,
  presentSubject,
  type SubjectTable,
  subjectReader,
  summaryColumns,
} from './subject-reader.ts';
import { insertVersion } from './versions.ts';

export function subjectWriter<Id extends string, Content>(
  confined: Confined,
  table: SubjectTable<Content>,
): SubjectWriter<Id, Content> {
  const { db, workspaceId } = confined;
  const { kind } = table;
  const updateAt = (id: string) => db.updateTable(kind).where('id', '=', id).where('workspace_id', '=', workspaceId);
  return {
    ...subjectReader<Id, Content>(confined, table),
    create: async ({ id, name, content, at, by }) => {
      const row = await db
        .insertInto(kind)
        .values({
          id,
          workspace_id: workspaceId,
          name,
          created_at: at,
          updated_at: at,
          draft_revision: 1,
          ...table.columnsOf(content),
          draft_updated_at: at,
          draft_updated_by: JSON.stringify(by),
        })
        .returning([...summaryColumns, ...draftColumns(table)])
        .executeTakeFirstOrThrow();
      return presentSubject({ ...row, newest_version: null });
    },
    rename: async (id, name, at) => {
      const { numUpdatedRows } = await updateAt(id).set({ name, updated_at: at }).executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    remove: async (id) => {
      await db.deleteFrom('version').where('subject_id', '=', id).where('workspace_id', '=', workspaceId).execute();
      const subject = db.deleteFrom(kind).where('id', '=', id).where('workspace_id', '=', workspaceId);
      return (await subject.executeTakeFirst()).numDeletedRows > 0n;
    },
    saveDraft: async ({ id, revision, content, at, by }) => {
      const saved = await updateAt(id)
        .where('draft_revision', '=', revision)
        .set({
          draft_revision: revision + 1,
          ...table.columnsOf(content),
          draft_updated_at: at,
          draft_updated_by: JSON.stringify(by),
          updated_at: at,
        })
        .returning('draft_revision')
        .executeTakeFirst();
      if (saved) return { stale: false, revision: saved.draft_revision };
      const current = await findSubject(confined, table, id);
      return current && { stale: true, draft: current.draft };
    },
    lockDraft: async (id) => {
      const draft = db.selectFrom(kind).select('id').where('id', '=', id).where('workspace_id', '=', workspaceId);
      const locked = await draft.forUpdate().executeTakeFirst();
      // Read by a statement of its own, which sees the version that the lock's last holder published.
      return locked ? findSubject(confined, table, id) : null;
    },
    publish: (version) => insertVersion(confined, kind, version),
  };
}
