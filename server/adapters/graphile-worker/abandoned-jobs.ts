import type pg from 'pg';

/** Far longer than any job takes, far shorter than the four hours after which the queue itself gives a worker up. */
const heldTooLongMs = 5 * 60_000;

/**
 * Gives back the jobs of workers that were killed in the middle. Each worker has one job at a time, so one that has held
 * a job this long is dead, or its job is so late that running it twice does no further harm.
 */
export async function freeAbandonedJobs(pool: pg.Pool, options: { heldForMs?: number }): Promise<void> {
  await pool.query(
    `SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT locked_by))
     FROM graphile_worker.jobs
     WHERE locked_at <= now() - $1 * interval '1 millisecond'
     HAVING count(*) > 0`,
    [options.heldForMs ?? heldTooLongMs],
  );
}
