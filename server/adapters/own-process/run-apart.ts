import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { ProcessAnswer, ProcessLimits, ProcessQuestion } from './messages.ts';

/** What came of a process: all parts of its answer, or why it was ended before. */
export type ProcessEnd =
  | { readonly kind: 'answered'; readonly parts: readonly unknown[] }
  | { readonly kind: 'tooLong' | 'tooMuchMemory' | 'failed' };

/**
 * Has a program do one job in a process of its own, which ends with its answer, when its time is over or when it takes
 * too much memory: what it does neither blocks nor ends the server, as it could from a thread. The job and the answer
 * travel in parts, so that no part keeps the server busy for long. `program` is its file without an ending, which
 * hands the job to `answerParent`. Never throws.
 */
export function runApart(program: URL, job: readonly unknown[], limits: ProcessLimits): Promise<ProcessEnd> {
  return new Promise((resolve) => {
    const child = fork(new URL(`${program.href}${isBuilt ? '.js' : '.ts'}`), {
      execArgv: [...loader, `--max-old-space-size=${limits.memoryMb}`],
      // Such programs read no settings and no secrets, and write warnings about odd input that nobody asked for.
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    const parts: unknown[] = [];
    const finish = (end: ProcessEnd) => {
      clearTimeout(deadline);
      child.kill('SIGKILL');
      resolve(end);
    };
    const deadline = setTimeout(() => finish({ kind: 'tooLong' }), limits.timeMs);
    child.on('message', (message) => {
      const answer = message as ProcessAnswer;
      if (answer.kind === 'part') parts.push(answer.part);
      else finish({ kind: 'answered', parts });
    });
    child.once('error', () => finish({ kind: 'failed' }));
    // Both its own watch and a heap that is full end it by a signal.
    child.once('exit', (_, signal) => finish({ kind: signal === null ? 'failed' : 'tooMuchMemory' }));
    void ask((message, sent) => child.send(message, sent), job, limits);
  });
}

const isBuilt = !import.meta.url.endsWith('.ts');
/** Node 20 reads no TypeScript by itself. */
const loader = isBuilt ? [] : ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href];

type Send = (message: ProcessQuestion, sent: () => void) => void;

/** That something could not be sent, the exit says. */
async function ask(send: Send, job: readonly unknown[], limits: ProcessLimits): Promise<void> {
  const messages: ProcessQuestion[] = [
    ...job.map((part) => ({ kind: 'part', part }) as const),
    { kind: 'end', limits },
  ];
  for (const message of messages) await new Promise<void>((sent) => send(message, sent));
}
