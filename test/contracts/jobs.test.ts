import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { graphileJobs } from '../../server/adapters/graphile-worker/jobs.ts';
import type { JobHandlers, JobPayloads, Jobs } from '../../server/ports/jobs.ts';
import type { Counted, Metrics } from '../../server/ports/metrics.ts';
import { memoryLog } from '../../server/ports/testing/memory-log.ts';
import { createTestDatabase, databaseServers, type TestDatabase } from '../harness/database.ts';

const payload: JobPayloads['evaluateSession'] = { workspaceId: 'wsp_1', sessionId: 'ses_1' };
const idle: JobHandlers = {
  evaluateSession: async () => undefined,
  readSource: async () => undefined,
  embedSource: async () => undefined,
  rebuildIndexes: async () => undefined,
  sweep: async () => undefined,
  mailResetLink: async () => undefined,
};

describe.each(databaseServers)('background jobs on PostgreSQL (%s)', (server) => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let started: Jobs[];

  beforeEach(async () => {
    database = await createTestDatabase(server);
    pool = new pg.Pool(database.poolConfig);
    started = [];
  });
  afterEach(async () => {
    await Promise.all(started.map((jobs) => jobs.stop(10_000)));
    await pool.end();
    await database.drop();
  });

  async function start(handlers: Partial<JobHandlers>, options: { isSoleNode?: boolean } = {}) {
    const log = memoryLog();
    const counted: Counted['jobFinished'][] = [];
    const jobs = graphileJobs({ pool, log, metrics: countingJobs(counted), ...options });
    await jobs.start({ ...idle, ...handlers });
    started.push(jobs);
    return { jobs, log, counted };
  }

  function enqueue(name: string, payload: object): Promise<unknown> {
    return pool.query('SELECT enqueue_job($1, $2)', [name, payload]);
  }

  test('a job enqueued in a transaction runs once it commits, with its payload', async () => {
    const ran: unknown[] = [];
    const { counted } = await start({ evaluateSession: async (given) => void ran.push(given) });
    await enqueue('evaluateSession', payload);
    await expect.poll(() => ran).toEqual([payload]);
    await expect.poll(() => counted).toEqual([{ job: 'evaluateSession', result: 'done' }]);
  });

  test('a job that belongs to no transaction runs too', async () => {
    const ran: unknown[] = [];
    const { jobs } = await start({ mailResetLink: async (given) => void ran.push(given) });
    const reset = { userId: 'usr_1', token: 'secret', expiresAt: '2027-01-31T10:00:00Z' };
    await jobs.add('mailResetLink', reset);
    await expect.poll(() => ran).toEqual([reset]);
  });

  test('a job of a transaction that rolled back never runs', async () => {
    const ran: unknown[] = [];
    await start({ evaluateSession: async (given) => void ran.push(given) });
    const client = await pool.connect();
    await client.query('BEGIN');
    await client.query('SELECT enqueue_job($1, $2)', ['evaluateSession', { ...payload, sessionId: 'ses_never' }]);
    await client.query('ROLLBACK');
    client.release();
    await enqueue('evaluateSession', payload);
    await expect.poll(() => ran).toEqual([payload]);
  });

  test('the role of feature queries may enqueue, though it may not touch the queue itself', async () => {
    const client = await pool.connect();
    try {
      await client.query('SET ROLE parley_app');
      await client.query('SELECT enqueue_job($1, $2)', ['evaluateSession', payload]);
      await expect(client.query('SELECT * FROM graphile_worker.jobs')).rejects.toThrow('permission denied');
    } finally {
      client.release(true);
    }
    const { rows } = await pool.query('SELECT task_identifier FROM graphile_worker.jobs');
    expect(rows).toEqual([{ task_identifier: 'evaluateSession' }]);
  });

  test('a job that fails is counted and logged without its payload, and stays to be tried again', async () => {
    const fail = async () => {
      throw new Error('the judge is away');
    };
    const { log, counted } = await start({ evaluateSession: fail });
    await enqueue('evaluateSession', { ...payload, sessionId: 'ses_secret' });
    await expect.poll(() => counted).toEqual([{ job: 'evaluateSession', result: 'failed' }]);
    const read = () => pool.query('SELECT attempts, last_error FROM graphile_worker.jobs');
    await expect.poll(async () => (await read()).rows[0]?.last_error).toContain('the judge is away');
    await expect.poll(() => log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
    expect(JSON.stringify(log.lines)).not.toContain('ses_secret');
  });

  test('a job with a payload of another shape does not reach its handler', async () => {
    const ran: unknown[] = [];
    const { counted } = await start({ evaluateSession: async (given) => void ran.push(given) });
    await enqueue('evaluateSession', { sessionId: 7 });
    await expect.poll(() => counted).toEqual([{ job: 'evaluateSession', result: 'failed' }]);
    expect(ran).toEqual([]);
  });

  test('two nodes share the jobs, each job to one of them', async () => {
    const ran: string[] = [];
    const evaluateSession: JobHandlers['evaluateSession'] = async ({ sessionId }) => void ran.push(sessionId);
    await start({ evaluateSession });
    await start({ evaluateSession });
    const ids = Array.from({ length: 40 }, (_, index) => `ses_${index}`);
    await Promise.all(ids.map((sessionId) => enqueue('evaluateSession', { ...payload, sessionId })));
    await expect.poll(() => ran.length).toBeGreaterThanOrEqual(ids.length);
    expect([...ran].sort()).toEqual([...ids].sort());
  });

  test('stopping lets a running job finish', async () => {
    let finish = () => {};
    const events: string[] = [];
    const evaluateSession = async () => {
      events.push('began');
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      events.push('finished');
    };
    const { jobs } = await start({ evaluateSession });
    await enqueue('evaluateSession', payload);
    await expect.poll(() => events).toEqual(['began']);
    started = [];
    const stopped = jobs.stop(60_000).then(() => events.push('stopped'));
    finish();
    await stopped;
    expect(events).toEqual(['began', 'finished', 'stopped']);
  });

  test('stopping gives back a job that does not finish in time, and the next start does it', async () => {
    let begun = 0;
    const { jobs, log } = await start({
      evaluateSession: () => {
        begun += 1;
        return new Promise(() => undefined);
      },
    });
    await enqueue('evaluateSession', payload);
    await expect.poll(() => begun).toBe(1);
    started = [];
    await jobs.stop(0);
    expect(log.lines.filter(({ level }) => level === 'error')).toEqual([]);
    const ran: unknown[] = [];
    await start({ evaluateSession: async (given) => void ran.push(given) });
    await expect.poll(() => ran, { timeout: 20_000 }).toEqual([payload]);
  });

  test('a job whose node was killed runs again on another, at a start or a sweep, once it was held too long', async () => {
    const ran: string[] = [];
    const evaluateSession: JobHandlers['evaluateSession'] = async ({ sessionId }) => void ran.push(sessionId);
    const hold = (sessionId: string, since: string) =>
      pool.query(
        `UPDATE graphile_worker._private_jobs SET locked_by = $1, attempts = 1, locked_at = now() - $2::interval
         WHERE payload ->> 'sessionId' = $1`,
        [sessionId, since],
      );
    for (const sessionId of ['ses_late', 'ses_early']) await enqueue('evaluateSession', { ...payload, sessionId });
    await hold('ses_late', '1 second');
    await hold('ses_early', '6 minutes');
    await start({ evaluateSession });
    await expect.poll(() => ran, { timeout: 5000 }).toEqual(['ses_early']);
    await hold('ses_late', '6 minutes');
    await enqueue('sweep', {});
    await expect.poll(() => ran, { timeout: 5000 }).toEqual(['ses_early', 'ses_late']);
  });

  test('a sole node takes up at its start what a killed one held', async () => {
    const ran: unknown[] = [];
    await enqueue('evaluateSession', payload);
    await pool.query(`UPDATE graphile_worker._private_jobs SET locked_by = 'dead', locked_at = now(), attempts = 1`);
    await start({ evaluateSession: async (given) => void ran.push(given) }, { isSoleNode: true });
    await expect.poll(() => ran, { timeout: 5000 }).toEqual([payload]);
  });
});

function countingJobs(counted: Counted['jobFinished'][]): Metrics {
  const keep = (name: keyof Counted, labels: Counted[keyof Counted]) => {
    if (name === 'jobFinished') counted.push(labels as Counted['jobFinished']);
  };
  return { count: keep, time: () => undefined, hold: () => () => undefined, watch: () => undefined };
}
