import type { SessionCounts } from '../../contract/dashboard.ts';
import type { SessionTally } from '../ports/store/rollup-store.ts';

export const noSessions: SessionTally = {
  sessions: 0,
  achieved: 0,
  notAchieved: 0,
  unclear: 0,
  unjudged: 0,
  tooShort: 0,
  endReasons: {
    visitorLeft: 0,
    flowFinished: 0,
    inactivity: 0,
    handedOff: 0,
    ownerClosed: 0,
    failed: 0,
    limitReached: 0,
  },
};

/** The counts of a tally, with what follows from them. */
export function sessionCounts(tally: SessionTally): SessionCounts {
  const { sessions, achieved, notAchieved, unclear, unjudged, tooShort, endReasons } = tally;
  const ended = Object.values(endReasons).reduce((sum, count) => sum + count, 0);
  const judged = achieved + notAchieved + unclear;
  const successRate = judged === 0 ? null : achieved / judged;
  return { sessions, ended, achieved, notAchieved, unclear, unjudged, tooShort, judged, successRate };
}
