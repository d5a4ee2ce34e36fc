import { Worker } from 'node:worker_threads';
import type { ProcessAnswer, ProcessLimits, ProcessQuestion } from './messages.ts';

/** Makes a program one that `runApart` starts: waits for all parts of its job and sends the parts of its answer. */
export function answerParent(answer: (job: readonly unknown[]) => AsyncIterable<unknown>): void {
  // A terminal's Ctrl-C reaches the whole group; whether this process is still needed, its parent decides.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
  process.once('disconnect', () => process.exit());
  const job: unknown[] = [];
  process.on('message', async (message) => {
    const question = message as ProcessQuestion;
    if (question.kind === 'part') {
      job.push(question.part);
      return;
    }
    watch(question.limits);
    for await (const part of answer(job)) await send({ kind: 'part', part });
    await send({ kind: 'end' });
  });
}

function send(message: ProcessAnswer): Promise<void> {
  return new Promise((sent) => process.send?.(message, undefined, undefined, () => sent()));
}

/** The work may never come back to the event loop: a thread beside it ends the process when it is too large, or outlives the parent that would. */
function watch({ memoryMb, timeMs }: ProcessLimits): void {
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
