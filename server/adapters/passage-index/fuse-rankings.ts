/** Lets the first places of a ranking count for less, so that one list alone does not decide. The paper's figure. */
const smoothing = 60;

/**
 * One order of several, by the sum of 1 / (60 + place) over the rankings that have the key: reciprocal rank fusion
 * (Cormack, Clarke and Büttcher, SIGIR 2009). Best first; equal ones keep the order of the first ranking.
 */
export function fuseRankings(rankings: readonly (readonly string[])[]): { key: string; score: number }[] {
  const scores = new Map<string, number>();
  for (const ranking of rankings) {
    ranking.forEach((key, index) => {
      scores.set(key, (scores.get(key) ?? 0) + 1 / (smoothing + index + 1));
    });
  }
  return [...scores].map(([key, score]) => ({ key, score })).sort((a, b) => b.score - a.score);
}
