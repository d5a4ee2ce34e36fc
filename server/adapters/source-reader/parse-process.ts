import { Worker } from 'node:worker_threads';
import type { ParseJob } from './parse-job.ts';

// A terminal's Ctrl-C reaches the whole group; whether this process is still needed, its parent decides.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
process.once('disconnect', () => process.exit());
process.once('message', async (message) => {
  const job = message as ParseJob;
  watch(job.limits);
  process.send?.(await answer(job));
});

async function answer(job: ParseJob): Promise<unknown> {
  if (job.kind === 'file') {
    const { parseFile } = await import('./parse-file.ts');
    return parseFile(job.name, job.bytes, job.limits);
  }
  const { parsePage } = await import('./parse-page.ts');
  return parsePage(job.url, job.bytes, job.charset, job.limits);
}

/** A parser may never come back to the event loop: a thread beside it ends the process when it is too large, or outlives the parent that would. */
function watch({ memoryMb, timeMs }: ParseJob['limits']): void {
  const watching = `
    const { workerData: { bytes, endsAt } } = require('node:worker_threads');
    setInterval(() => {
      if (process.memoryUsage.rss() > bytes || Date.now() > endsAt) process.kill(process.pid, 'SIGKILL');
    }, 20);
  `;
  // The heap has a limit of its own; this one is about the buffers that compressed streams unfold into.
  const bytes = (2 * memoryMb + 128) * 1024 * 1024;
  const watchdog = new Worker(watching, {
    eval: true,
    execArgv: [],
    workerData: { bytes, endsAt: Date.now() + timeMs + 5_000 },
  });
  watchdog.unref();
}
