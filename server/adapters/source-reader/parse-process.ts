import { answerParent } from '../own-process/answer-parent.ts';
import type { ParseJob } from './parse-job.ts';

answerParent(async function* ([job]) {
  yield await answer(job as ParseJob);
});

async function answer(job: ParseJob): Promise<unknown> {
  if (job.kind === 'file') {
    const { parseFile } = await import('./parse-file.ts');
    return parseFile(job.name, job.bytes, job.limits);
  }
  const { parsePage } = await import('./parse-page.ts');
  return parsePage(job.url, job.bytes, job.charset, job.limits);
}
