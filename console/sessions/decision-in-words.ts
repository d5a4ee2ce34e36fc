import type { DecisionReply } from '../../contract/rollout-decisions.ts';

/** Why a visitor was let in, for whoever reads a session. */
export function decisionInWords(decision: Pick<DecisionReply, 'reason' | 'group' | 'bucket' | 'percentage'>): string {
  const { reason, group, bucket, percentage } = decision;
  if (reason === 'OWNER_LINK') return 'A member’s link, which passes audience and percentage';
  const who = group ? `Matches “${group}”` : 'Everyone may';
  return `${who}; bucket ${bucket.toLocaleString('en')} of 10,000 is within ${percentage} %`;
}
