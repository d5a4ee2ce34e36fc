import { runApart } from '../own-process/run-apart.ts';
import type { ParseAnswer, ParseJob } from './parse-job.ts';
import { type Refused, refused } from './refusal.ts';

/** Parses in a process of its own: a hostile file neither blocks nor ends the server. Never throws. */
export async function parseApart<Job extends ParseJob>(job: Job): Promise<ParseAnswer<Job> | Refused> {
  const end = await runApart(new URL('./parse-process', import.meta.url), [job], job.limits);
  return end.kind === 'answered' ? (end.parts[0] as ParseAnswer<Job>) : refused(reasons[end.kind]);
}

const reasons = {
  tooLong: 'The file takes too long to read. Split it into smaller parts, or save it anew, and upload that.',
  tooMuchMemory:
    'The file takes too much memory to read. Split it into smaller parts, or save it anew, and upload that.',
  failed: 'The file is damaged and cannot be read. Save or export it again and upload that.',
};
