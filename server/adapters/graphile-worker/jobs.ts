import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { parseCronItems, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import * as z from 'zod';
import type { JobHandlers, JobName, JobPayloads, Jobs } from '../../ports/jobs.ts';
import type { Log } from '../../ports/log.ts';
import type { Metrics } from '../../ports/metrics.ts';
import { freeAbandonedJobs } from './abandoned-jobs.ts';
import { guardPool } from './guard-pool.ts';
import { workerLogger } from './worker-logger.ts';

const concurrency = 4;
const pollEveryMs = 1000;

export interface GraphileJobsOptions {
  /** Connections of the role that owns the database; stays the caller's. */
  readonly pool: pg.Pool;
  readonly log: Log;
  readonly metrics: Metrics;
  /** No other node works on this database: what is still held by a worker at the start is held by a dead one. */
  readonly isSoleNode?: boolean;
}

/** Runs background work from a queue in PostgreSQL, on any number of nodes, each job on one of them. */
export function graphileJobs({ pool, log, metrics, isSoleNode = false }: GraphileJobsOptions): Jobs {
  let runner: Runner | undefined;
  let isGivingUp = false;
  /** Whose name jobs are held in. */
  const holders = new Set<string>();
  const events: WorkerEvents = new EventEmitter();
  events.on('pool:create', ({ workerPool }) => holders.add(workerPool.id));
  return {
    start: async (handlers) => {
      guardPool(pool);
      await freeAbandonedJobs(pool, isSoleNode ? { heldForMs: 0 } : {});
      runner = await run({
        pgPool: pool,
        taskList: tasksOf(withFreeing(pool, handlers), metrics),
        parsedCronItems: parseCronItems(schedule),
        concurrency,
        pollInterval: pollEveryMs,
        noHandleSignals: true,
        events,
        logger: workerLogger(log),
      });
      runner.promise.catch((error) => {
        if (!isGivingUp) log.error('background jobs ended', {}, error);
      });
    },
    add: async (name, payload) => {
      await pool.query('SELECT enqueue_job($1, $2)', [name, payload]);
    },
    stop: async (graceMs) => {
      if (!runner) return;
      const stopped = runner.stop();
      if (await isDoneWithin(stopped, graceMs)) return;
      isGivingUp = true;
      stopped.catch(() => undefined);
      await pool.query('SELECT graphile_worker.force_unlock_workers($1)', [[...holders]]);
    },
  };
}

/** One sweep at a time, on one node; a minute that was missed or failed is made up for by the next. */
const schedule = [
  {
    task: 'sweep' satisfies JobName,
    match: '* * * * *',
    options: { backfillPeriod: 0, maxAttempts: 1, queueName: 'sweep', jobKey: 'sweep' },
  },
];

const payloads: { readonly [Name in JobName]: z.ZodType<JobPayloads[Name]> } = {
  evaluateSession: z.object({ workspaceId: z.string(), sessionId: z.string() }),
  readSource: z.object({ workspaceId: z.string(), sourceId: z.string() }),
  embedSource: z.object({ workspaceId: z.string(), sourceId: z.string() }),
  rebuildIndexes: z.object({ after: z.nullable(z.object({ sourceId: z.string(), revision: z.int() })) }),
  sweep: z.unknown().transform(() => ({})),
  mailResetLink: z.object({ userId: z.string(), token: z.string(), expiresAt: z.string() }),
};

async function isDoneWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  const late = new AbortController();
  try {
    return await Promise.race([work.then(() => true), pause(ms, false, { signal: late.signal })]);
  } finally {
    late.abort();
  }
}

function withFreeing(pool: pg.Pool, handlers: JobHandlers): JobHandlers {
  const sweep: JobHandlers['sweep'] = async (payload) => {
    await freeAbandonedJobs(pool, {});
    await handlers.sweep(payload);
  };
  return { ...handlers, sweep };
}

function tasksOf(handlers: JobHandlers, metrics: Metrics): TaskList {
  const task =
    <Name extends JobName>(job: Name) =>
    async (payload: unknown) => {
      try {
        await handlers[job](payloads[job].parse(payload));
        metrics.count('jobFinished', { job, result: 'done' });
      } catch (error) {
        metrics.count('jobFinished', { job, result: 'failed' });
        throw error;
      }
    };
  return {
    evaluateSession: task('evaluateSession'),
    readSource: task('readSource'),
    embedSource: task('embedSource'),
    rebuildIndexes: task('rebuildIndexes'),
    sweep: task('sweep'),
    mailResetLink: task('mailResetLink'),
  };
}
