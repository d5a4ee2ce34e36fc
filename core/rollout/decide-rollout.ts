import type { Attributes } from './attributes.ts';
import type { AudienceMatch } from './compile-audience.ts';
import type { DecisionReason, DeploymentForRollout, RolloutDecision, RolloutDraw } from './rollout-decision.ts';

/**
 * Whether this visitor is served, by status, then audience, then percentage, then version.
 * A draw `kept` from earlier in the conversation stands in for bucket and percentage, so that raising the percentage
 * pulls nobody in half way. A link the owner made passes audience and percentage, never status, and makes no draw.
 */
export function decideRollout(
  deployment: DeploymentForRollout,
  attributes: Attributes,
  unitKey: string,
  kept?: RolloutDraw,
  options?: { readonly ownerLink?: boolean },
): RolloutDecision {
  const { bucket, percentage } = kept ?? { bucket: deployment.bucketOf(unitKey), percentage: deployment.percentage };
  const isAudienceAsked = deployment.status === 'active' && !options?.ownerLink;
  const { matched, group } = isAudienceAsked ? deployment.audience.match(attributes) : notAsked;
  const isAdmitted = bucket < admittedBuckets(percentage);
  const reason = reasonOf(deployment, matched, isAdmitted, options?.ownerLink);
  const serve = reason === 'SERVED' || reason === 'OWNER_LINK';
  return { serve, reason, bucket, percentage, group, version: serve ? deployment.version : undefined };
}

/** How many of the 10,000 buckets a percentage admits: those below this number. */
export function admittedBuckets(percentage: number): number {
  return Math.round(percentage * 100);
}

const notAsked: AudienceMatch = { matched: false, group: undefined };

function reasonOf(
  { status, version }: DeploymentForRollout,
  isInAudience: boolean,
  isAdmitted: boolean,
  isOwnerLink = false,
): DecisionReason {
  if (status !== 'active') return 'INACTIVE';
  if (isOwnerLink) return version === undefined ? 'NO_VERSION' : 'OWNER_LINK';
  if (!isInAudience) return 'NOT_IN_AUDIENCE';
  if (!isAdmitted) return 'NOT_IN_ROLLOUT';
  return version === undefined ? 'NO_VERSION' : 'SERVED';
}
