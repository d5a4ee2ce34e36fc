import { Logger } from 'graphile-worker';
import type { Log } from '../../ports/log.ts';

/** The queue's warnings and errors as Parley's log lines; what it says of jobs that went well is left out. */
export function workerLogger(log: Log): Logger {
  return new Logger(({ label, taskIdentifier, jobId }) => (level, message, meta) => {
    const fields = { part: label, job: taskIdentifier, jobId };
    if (level === 'error') log.error(`job queue: ${message}`, fields, meta?.error);
    if (level === 'warning') log.warn(`job queue: ${message}`, fields, meta?.error);
  });
}
