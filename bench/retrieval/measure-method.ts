import type { Method } from './methods.ts';
import type { Kind, Question } from './questions.ts';

/** How a method did with one question. */
export interface Try {
  readonly question: Question;
  /** Place of the first right passage among the ten best, from 1; null where none is there. */
  readonly place: number | null;
  /** How sure it was of its first answer; -Infinity where it had none. */
  readonly sureness: number;
}

export async function tryAll(method: Method, questions: readonly Question[]): Promise<Try[]> {
  const tries: Try[] = [];
  for (const question of questions) {
    const answers = await method(question.text);
    const index = answers.findIndex(({ key }) => question.right.has(key));
    tries.push({ question, place: index < 0 ? null : index + 1, sureness: answers[0]?.sureness ?? -Infinity });
  }
  return tries;
}

export interface Found {
  /** Shares of the questions with a right passage first, and among the first three, 0 to 1. */
  readonly hitAt1: number;
  readonly hitAt3: number;
  /** Mean of 1 / place, 0 where nothing right is among the ten best. */
  readonly reciprocalRank: number;
}

export function foundIn(tries: readonly Try[]): Found {
  return {
    hitAt1: share(tries, ({ place }) => place === 1),
    hitAt3: share(tries, ({ place }) => place !== null && place <= 3),
    reciprocalRank: tries.reduce((sum, { place }) => sum + (place === null ? 0 : 1 / place), 0) / tries.length,
  };
}

/** Of questions without an answer, what share gets one; of those with one, what share gets none, or a wrong one. */
export interface Abstention {
  readonly answeredUnanswerable: number;
  readonly abstained: number;
  readonly answeredWrongly: number;
  /** Of those whose first passage was right, what share was held back. */
  readonly heldBack: number;
}

export function abstentionOf(tries: readonly Try[], threshold: number): Abstention {
  const unanswerable = ofKinds(tries, 'unanswerable');
  const answerable = ofKinds(tries, 'literal', 'paraphrased');
  return {
    answeredUnanswerable: share(unanswerable, ({ sureness }) => sureness >= threshold),
    abstained: share(answerable, ({ sureness }) => sureness < threshold),
    answeredWrongly: share(answerable, ({ sureness, place }) => sureness >= threshold && place !== 1),
    heldBack: share(
      answerable.filter(({ place }) => place === 1),
      ({ sureness }) => sureness < threshold,
    ),
  };
}

/** The lowest threshold that lets at most this share of the unanswerable questions through. */
export function thresholdFor(tries: readonly Try[], mostAnswered: number): number {
  const surest = ofKinds(tries, 'unanswerable')
    .map(({ sureness }) => sureness)
    .toSorted((a, b) => b - a);
  return (surest[Math.floor(mostAnswered * surest.length)] ?? 0) * (1 + Number.EPSILON * 4);
}

export function ofKinds(tries: readonly Try[], ...kinds: readonly Kind[]): Try[] {
  return tries.filter(({ question }) => kinds.includes(question.kind));
}

export function ofHalf(tries: readonly Try[], half: Question['half']): Try[] {
  return tries.filter(({ question }) => question.half === half);
}

function share(tries: readonly Try[], holds: (one: Try) => boolean): number {
  return tries.length === 0 ? Number.NaN : tries.filter(holds).length / tries.length;
}
