import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ParseAnswer, ParseJob } from './parse-job.ts';
import { type Refused, refused } from './refusal.ts';

/**
 * Parses in a process of its own that ends with the answer, when its time is over or when it takes too much memory:
 * a hostile file neither blocks nor ends the server, as it could from a thread. Never throws.
 */
export function parseApart<Job extends ParseJob>(job: Job): Promise<ParseAnswer<Job> | Refused> {
  return new Promise((resolve) => {
    const child = fork(file, {
      execArgv: [...loader, `--max-old-space-size=${job.limits.memoryMb}`],
      // Parsers read no settings and no secrets, and write warnings about odd files that nobody asked for.
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    const finish = (answer: ParseAnswer<Job> | Refused) => {
      clearTimeout(deadline);
      child.kill('SIGKILL');
      resolve(answer);
    };
    const deadline = setTimeout(() => finish(refused(tooLong)), job.limits.timeMs);
    child.once('message', (answer) => finish(answer as ParseAnswer<Job>));
    child.once('error', () => finish(refused(failed)));
    // Both its own watch and a heap that is full end it by a signal.
    child.once('exit', (_, signal) => finish(refused(signal === null ? failed : tooMuchMemory)));
    child.send(job, () => {
      // That it could not be sent, the exit says.
    });
  });
}

const isBuilt = !import.meta.url.endsWith('.ts');
const file = fileURLToPath(new URL(isBuilt ? './parse-process.js' : './parse-process.ts', import.meta.url));
/** Node 20 reads no TypeScript by itself. */
const loader = isBuilt ? [] : ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href];

const tooLong = 'The file takes too long to read. Split it into smaller parts, or save it anew, and upload that.';
const tooMuchMemory =
  'The file takes too much memory to read. Split it into smaller parts, or save it anew, and upload that.';
const failed = 'The file is damaged and cannot be read. Save or export it again and upload that.';
