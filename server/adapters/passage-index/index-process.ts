import type { Passage } from '../../../core/twin/passage.ts';
import { answerParent } from '../own-process/answer-parent.ts';
import { indexText } from './index-text.ts';
import { inParts, type SentJob } from './sent-job.ts';

answerParent(async function* ([job, ...parts]) {
  const { text, ...rest } = job as SentJob;
  const content = text === null ? { passages: parts.flatMap((part) => part as Passage[]) } : { text };
  const { passages, index } = indexText({ ...rest, content });
  if (text !== null) yield* inParts(passages);
  yield index;
});
