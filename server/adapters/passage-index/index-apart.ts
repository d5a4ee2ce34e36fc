import type { Passage } from '../../../core/twin/passage.ts';
import { UpstreamError } from '../../errors.ts';
import type { IndexedText } from '../../ports/passage-index.ts';
import { inTurn } from '../own-process/in-turn.ts';
import type { ProcessLimits } from '../own-process/messages.ts';
import { runApart } from '../own-process/run-apart.ts';
import { type IndexJob, indexText } from './index-text.ts';
import { segmentFormat } from './segment.ts';
import { inParts, type SentJob } from './sent-job.ts';

/** Up to here the work is done before a process has started. */
const charactersAtHand = 20_000;
const usualLimits: ProcessLimits = { timeMs: 60_000, memoryMb: 1024 };

/** Indexes short texts at once and long ones in a process of their own, one after the other, so that nobody waits for them. */
export function indexApart(limits: ProcessLimits = usualLimits): (job: IndexJob) => Promise<IndexedText> {
  const next = inTurn();
  return async (job) => (charactersOf(job) <= charactersAtHand ? indexText(job) : next(() => askApart(job, limits)));
}

function charactersOf({ content }: IndexJob): number {
  if ('text' in content) return content.text.length;
  return content.passages.reduce((sum, { text }) => sum + text.length, 0);
}

async function askApart({ content, ...rest }: IndexJob, limits: ProcessLimits): Promise<IndexedText> {
  const text = 'text' in content ? content.text : null;
  const given = 'text' in content ? [] : content.passages;
  const job: SentJob = { ...rest, text };
  const end = await runApart(new URL('./index-process', import.meta.url), [job, ...inParts(given)], limits);
  if (end.kind !== 'answered') {
    throw new UpstreamError('passage index', `The text ${reasons[end.kind]}`, end.kind === 'failed');
  }
  const passages = end.parts.slice(0, -1).flatMap((part) => part as Passage[]);
  return {
    passages: text === null ? given : passages,
    index: end.parts.at(-1) as Uint8Array,
    indexFormat: segmentFormat,
  };
}

const reasons = {
  tooLong: 'takes too long to be indexed. Split it and add the parts.',
  tooMuchMemory: 'takes too much memory to be indexed. Split it and add the parts.',
  failed: 'could not be indexed: the process that does it ended.',
};
