import type { EventOf, SessionEvent } from '../session/session-event.ts';
import { compileCriterion } from './criteria.ts';
import type { Goal, Outcome, Verdict } from './goal.ts';

/**
 * How an ended session went. A member's verdict always stands; then exact criteria, which must all hold; then
 * what the flow's end node claims; then a model's verdict. Without any of these a session in which the visitor
 * wrote nothing is too short to judge, and any other is unjudged.
 */
export function judgeOutcome(goal: Goal, verdict: Verdict | null, events: readonly SessionEvent[]): Outcome {
  if (verdict?.by === 'member') return verdict;
  return byCriteria(goal, events) ?? byFlow(events) ?? verdict ?? unjudged(events);
}

function byCriteria({ criteria }: Goal, events: readonly SessionEvent[]): Outcome | null {
  if (criteria.length === 0) return null;
  const results = criteria.map(compileCriterion).map(({ says, holds }) => ({ says, held: holds(events) }));
  const held = results.filter((result) => result.held);
  const missed = results.filter((result) => !result.held);
  const reason = [sentence('Held', held), sentence('Did not hold', missed)].filter(Boolean).join(' ');
  return { outcome: missed.length === 0 ? 'achieved' : 'notAchieved', reason, by: 'criteria' };
}

function sentence(start: string, results: readonly { says: string }[]): string {
  return results.length === 0 ? '' : `${start}: ${results.map(({ says }) => says).join('; ')}.`;
}

function byFlow(events: readonly SessionEvent[]): Outcome | null {
  const end = events.findLast((event): event is EventOf<'sessionEnded'> => event.type === 'sessionEnded');
  if (!end?.outcome) return null;
  const claim = end.outcome === 'achieved' ? 'achieved' : 'not achieved';
  return { outcome: end.outcome, reason: `The flow ended with the outcome "${claim}".`, by: 'flow' };
}

function unjudged(events: readonly SessionEvent[]): Outcome {
  const hasSpoken = events.some((event) => event.type === 'message' && event.from === 'visitor');
  return hasSpoken
    ? { outcome: 'unjudged', reason: 'Nobody has judged this session yet.', by: 'none' }
    : { outcome: 'tooShort', reason: 'The visitor sent no message.', by: 'none' };
}
