import { Logger, runMigrations } from 'graphile-worker';
import type pg from 'pg';
import { guardPool } from './guard-pool.ts';

/**
 * Brings the job queue's own tables up to date, as the role that owns the database. Parley's migrations build on them:
 * call this first. The pool stays the caller's.
 */
export async function migrateJobs(ownerPool: pg.Pool): Promise<void> {
  guardPool(ownerPool);
  await runMigrations({ pgPool: ownerPool, logger: silent });
}

/** What matters it throws. */
const silent = new Logger(() => () => undefined);
