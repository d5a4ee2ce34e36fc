import { type Kysely, sql } from 'kysely';

/** A column holding an id: compared byte by byte, which is cheaper and sorts UUIDv7 by time under every locale. */
export const id = 'text COLLATE "C"';

/** A forward-only migration: several statements of SQL, run as they stand. */
export interface SqlMigration {
  readonly statements: string;
  up(db: Kysely<unknown>): Promise<void>;
}

export function sqlMigration(statements: string): SqlMigration {
  return { statements, up: async (db) => void (await sql.raw(statements).execute(db)) };
}

/** Confines the application's role to the rows of the workspace that its transaction has set. */
export function confine(table: string, privileges: string, workspaceColumn = 'workspace_id'): string {
  return `
    GRANT ${privileges} ON ${table} TO parley_app;
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    CREATE POLICY workspace ON ${table} TO parley_app
      USING (${workspaceColumn} = current_setting('parley.workspace_id', true))
      WITH CHECK (${workspaceColumn} = current_setting('parley.workspace_id', true));`;
}

/** Refuses every update of the table's rows, whoever asks; `erasable` names the one column that erasure may set to `emptied`. */
export function immutable(table: string, erasable?: { column: string; emptied: string }): string {
  const when = erasable
    ? `WHEN (NEW.${erasable.column} IS DISTINCT FROM ${erasable.emptied}
         OR to_jsonb(NEW) - '${erasable.column}' IS DISTINCT FROM to_jsonb(OLD) - '${erasable.column}')`
    : '';
  return `CREATE TRIGGER immutable BEFORE UPDATE ON ${table} FOR EACH ROW ${when} EXECUTE FUNCTION refuse_update();`;
}

/** Lets only the application's role call a function that runs with its owner's rights. */
export function callableByApp(signature: string): string {
  return `
    REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION ${signature} TO parley_app;`;
}
