import type { Brain, FoundPassage } from '../ports/brain.ts';
import type { FindPassages } from './find-passages.ts';
import type { TwinTalk } from './twin-talk.ts';

/** A question of fewer words may only make sense after the one before: "And for students?" */
const fewWords = 5;
/** From here on a passage is more likely than not to answer the question as it stands. */
const likely = 0.5;

/**
 * Searches for the question, and for a short one together with the one before it as well. What is surer counts, since a
 * short question may be about something new. A model sees what passages are about; whoever only quotes would answer the
 * question before once more, so of a question that has a subject of its own only passages count that it finds by itself.
 */
export async function findForQuestion(
  find: FindPassages,
  { transcript }: Pick<TwinTalk, 'transcript'>,
  question: string,
  { kind, hasSubject }: { readonly kind: Brain['kind']; readonly hasSubject: boolean },
): Promise<FoundPassage[]> {
  const before = transcript.findLast(({ from }) => from === 'visitor');
  if (!before || question.trim().split(/\s+/).length >= fewWords) return find(question);
  const [alone, together] = await Promise.all([find(question), find(`${before.text}\n${question}`)]);
  if (kind === 'model') return surer(alone, together);
  if (sureness(alone) >= likely) return alone;
  if (!hasSubject) return surer(alone, together);
  return surer(
    alone,
    together.filter((passage) => alone.some((other) => isSame(passage, other))),
  );
}

function surer(alone: FoundPassage[], together: FoundPassage[]): FoundPassage[] {
  return sureness(together) > sureness(alone) ? together : alone;
}

function sureness(passages: readonly FoundPassage[]): number {
  return Math.max(-1, ...passages.map(({ confidence }) => confidence));
}

function isSame(passage: FoundPassage, other: FoundPassage): boolean {
  return passage.sourceId === other.sourceId && passage.number === other.number;
}
