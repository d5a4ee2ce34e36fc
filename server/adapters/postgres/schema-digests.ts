import { createHash } from 'node:crypto';
import { type Migration, sql } from 'kysely';
import type pg from 'pg';
import type { SqlMigration } from './migrations/sql-migration.ts';

type Migrations = Readonly<Record<string, SqlMigration>>;

/** The migrations, each also noting what it was: in the same transaction, so that one is never known without the other. */
export function withDigests(migrations: Migrations): Record<string, Migration> {
  return Object.fromEntries(
    Object.entries(migrations).map(([name, migration]) => [
      name,
      {
        async up(db) {
          await migration.up(db);
          await sql`CREATE TABLE IF NOT EXISTS schema_digest (name text PRIMARY KEY, digest text NOT NULL)`.execute(db);
          await sql`INSERT INTO schema_digest VALUES (${name}, ${digestOf(migration)})`.execute(db);
        },
      },
    ]),
  );
}

/** A migration that was changed after a database ran it would leave that database different from what the code expects. */
export async function refuseChangedSchema(pool: pg.Pool, migrations: Migrations): Promise<void> {
  const changed = (await appliedMigrations(pool)).find(({ name, digest }) => {
    const migration = migrations[name];
    return !migration || digestOf(migration) !== digest;
  });
  if (!changed) return;
  throw new Error(
    `the database was set up by another version of Parley, whose migration ${changed.name} is not the one of this version. ` +
      'Run the version that set it up, or start this one with an empty database: another PARLEY_DATA_DIR, or another DATABASE_URL.',
  );
}

async function appliedMigrations(pool: pg.Pool): Promise<{ name: string; digest: string | null }[]> {
  if (!(await isThere(pool, 'kysely_migration'))) return [];
  const { rows } = (await isThere(pool, 'schema_digest'))
    ? await pool.query('SELECT name, digest FROM kysely_migration LEFT JOIN schema_digest USING (name) ORDER BY name')
    : await pool.query('SELECT name, NULL AS digest FROM kysely_migration ORDER BY name');
  return rows;
}

async function isThere(pool: pg.Pool, table: string): Promise<boolean> {
  const { rows } = await pool.query('SELECT to_regclass($1) IS NOT NULL AS there', [table]);
  return rows[0]?.there === true;
}

function digestOf({ statements }: SqlMigration): string {
  return createHash('sha256').update(statements).digest('hex');
}
