import type { FoundPassage } from '../ports/brain.ts';
import type { FindPassages } from './find-passages.ts';
import type { TwinTalk } from './twin-talk.ts';

/** A question of fewer words may only make sense after the one before: "And for students?" */
const fewWords = 5;

/**
 * Searches for the question, and for a short one together with the one before it as well. What is surer counts, since a
 * short question may be about something new.
 */
export async function findForQuestion(
  find: FindPassages,
  { transcript }: Pick<TwinTalk, 'transcript'>,
  question: string,
): Promise<FoundPassage[]> {
  const before = transcript.findLast(({ from }) => from === 'visitor');
  if (!before || question.trim().split(/\s+/).length >= fewWords) return find(question);
  const [alone, together] = await Promise.all([find(question), find(`${before.text}\n${question}`)]);
  return sureness(together) > sureness(alone) ? together : alone;
}

function sureness(passages: readonly FoundPassage[]): number {
  return Math.max(-1, ...passages.map(({ confidence }) => confidence));
}
