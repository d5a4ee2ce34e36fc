import { Worker } from 'node:worker_threads';
import type { ParseAnswer, ParseJob } from './parse-job.ts';
import { type Refused, refused } from './refusal.ts';

const watchEveryMs = 50;

/**
 * Parses in a thread of its own that ends with the answer, when its time is over or when it takes too much memory:
 * a hostile file neither blocks nor ends the server. Never throws.
 */
export function parseApart<Job extends ParseJob>(job: Job): Promise<ParseAnswer<Job> | Refused> {
  const { timeMs, memoryMb } = job.limits;
  return new Promise((resolve) => {
    const worker = startWorker(job);
    const finish = (answer: ParseAnswer<Job> | Refused) => {
      clearTimeout(deadline);
      clearInterval(watch);
      void worker.terminate();
      resolve(answer);
    };
    const deadline = setTimeout(() => finish(refused(tooLong)), timeMs);
    // The thread's own limit counts its objects only, not the buffers that compressed streams unfold into.
    const before = process.memoryUsage.rss();
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > 2 * memoryMb * 1024 * 1024) finish(refused(tooMuchMemory));
    }, watchEveryMs);
    worker.once('message', finish);
    worker.once('error', (error) => finish(refused(isOutOfMemory(error) ? tooMuchMemory : failed)));
    worker.once('exit', () => finish(refused(failed)));
  });
}

const tooLong = 'The file takes too long to read. Split it into smaller parts, or save it anew, and upload that.';
const tooMuchMemory =
  'The file takes too much memory to read. Split it into smaller parts, or save it anew, and upload that.';
const failed = 'The file is damaged and cannot be read. Save or export it again and upload that.';

function startWorker(job: ParseJob): Worker {
  const isBuilt = !import.meta.url.endsWith('.ts');
  const file = new URL(isBuilt ? './parse-worker.js' : './parse-worker.ts', import.meta.url);
  // Libraries write warnings about odd files to the console; the answer says what matters.
  const quiet = { stdout: true, stderr: true };
  const options = { ...quiet, workerData: job, resourceLimits: { maxOldGenerationSizeMb: job.limits.memoryMb } };
  if (isBuilt) return new Worker(file, { ...options, execArgv: [], env: {} });
  // Node 20 reads no TypeScript by itself.
  const readTypeScript = `import('tsx/esm/api').then((tsx) => { tsx.register(); return import('${file.href}'); })`;
  return new Worker(readTypeScript, { ...options, eval: true });
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
