import type { SessionCounts } from '../../contract/dashboard.ts';

/** Below this many judged sessions a rate says little. */
export const fewJudged = 20;

/** A success rate in words: `63 %`, or a dash while nothing is judged. */
export function rateInWords({ successRate }: Pick<SessionCounts, 'successRate'>): string {
  return successRate === null ? '–' : `${Math.round(successRate * 100)} %`;
}

/** What to think of the rate: over how many sessions it goes, and whether these are few. */
export function rateNote({ judged, achieved }: Pick<SessionCounts, 'judged' | 'achieved'>): string {
  if (judged === 0) return 'Nothing is judged yet';
  const share = `${achieved} of ${judged} judged`;
  return judged < fewJudged ? `${share}: too few to rely on` : share;
}
