import { setImmediate as nextTurn } from 'node:timers/promises';

export interface VectorCandidate {
  /** The place of its source among those searched, and its own place in that source. */
  readonly segment: number;
  readonly passage: number;
  readonly score: number;
}

/** So many values are compared before others get their turn: about two milliseconds. */
const valuesAtOnce = 2_000_000;

/**
 * The `most` passages whose vectors are nearest to the question's by cosine, every one compared. Vectors of a source
 * lie one after the other; a source whose values do not divide by the question's dimensions was embedded otherwise and
 * is passed over.
 */
export async function rankByVector(
  question: Float32Array,
  sources: readonly (Float32Array | undefined)[],
  most: number,
): Promise<VectorCandidate[]> {
  const candidates: VectorCandidate[] = [];
  let compared = 0;
  for (const [segment, vectors] of sources.entries()) {
    if (vectors === undefined || question.length === 0 || vectors.length % question.length !== 0) continue;
    for (let passage = 0; passage * question.length < vectors.length; passage++) {
      candidates.push({ segment, passage, score: cosine(question, vectors, passage * question.length) });
    }
    compared += vectors.length;
    if (compared > valuesAtOnce) {
      compared = 0;
      await nextTurn();
    }
  }
  return candidates.sort((a, b) => b.score - a.score).slice(0, most);
}

function cosine(question: Float32Array, vectors: Float32Array, start: number): number {
  let product = 0;
  let own = 0;
  let other = 0;
  for (let at = 0; at < question.length; at++) {
    const left = question[at] ?? 0;
    const right = vectors[start + at] ?? 0;
    product += left * right;
    own += left * left;
    other += right * right;
  }
  return own > 0 && other > 0 ? product / Math.sqrt(own * other) : 0;
}
