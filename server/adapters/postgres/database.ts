import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.ts';
import { asUpstreamError } from './upstream-error.ts';

/** A connection inside a transaction that sees one workspace. */
export interface Confined {
  readonly db: Kysely<Tables>;
  readonly workspaceId: string;
}

/** The two ways to the database: transactions of one workspace for the query builder, and calls of one function in one round trip. */
export interface Database {
  inWorkspace<Result>(
    workspaceId: string,
    access: 'read only' | 'read write',
    work: (confined: Confined) => Promise<Result>,
  ): Promise<Result>;
  /** Calls a function of `migrations/` as a named statement, which the server parses once per connection. */
  call<Row extends pg.QueryResultRow>(name: string, values: readonly unknown[]): Promise<Row[]>;
}

export function openDatabase(pool: pg.Pool): Database {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    inWorkspace: async (workspaceId, access, work) => {
      try {
        return await db.connection().execute((connection) => transact(connection, workspaceId, access, work));
      } catch (error) {
        throw asUpstreamError(error);
      }
    },
    call: async <Row extends pg.QueryResultRow>(name: string, values: readonly unknown[]) => {
      const placeholders = values.map((_, index) => `$${index + 1}`).join();
      const text = `SELECT * FROM ${name}(${placeholders})`;
      try {
        return (await pool.query<Row>({ name, text, values: [...values] })).rows;
      } catch (error) {
        throw asUpstreamError(error);
      }
    },
  };
}

async function transact<Result>(
  db: Kysely<Tables>,
  workspaceId: string,
  access: 'read only' | 'read write',
  work: (confined: Confined) => Promise<Result>,
): Promise<Result> {
  const workspace = pg.escapeLiteral(workspaceId);
  await sql.raw(`BEGIN ${access}; SELECT set_config('parley.workspace_id', ${workspace}, true)`).execute(db);
  try {
    const result = await work({ db, workspaceId });
    // After a failed statement COMMIT would quietly roll back; the SELECT before it fails instead.
    await sql.raw('SELECT; COMMIT').execute(db);
    return result;
  } catch (error) {
    await sql`ROLLBACK`.execute(db).catch(() => undefined);
    throw error;
  }
}
