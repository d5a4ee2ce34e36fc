import { parentPort, workerData } from 'node:worker_threads';
import type { ParseJob } from './parse-job.ts';

const job = workerData as ParseJob;
if (job.kind === 'file') {
  const { parseFile } = await import('./parse-file.ts');
  parentPort?.postMessage(await parseFile(job.name, job.bytes, job.limits));
} else {
  const { parsePage } = await import('./parse-page.ts');
  parentPort?.postMessage(parsePage(job.url, job.bytes, job.charset, job.limits));
}
