import type { Attributes } from './attributes.ts';
import type { DecisionReason, DeploymentForRollout, RolloutDecision, RolloutDraw } from './rollout-decision.ts';

/**
 * Whether this visitor is served, by status, then audience, then percentage, then version (PRODUCT 3).
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
  const bucket = kept === undefined ? deployment.bucketOf(unitKey) : kept.bucket;
  const percentage = kept === undefined ? deployment.percentage : kept.percentage;
  const { status, audience, version } = deployment;

  if (status !== 'active') return refuse('INACTIVE', bucket, percentage);
  if (options?.ownerLink) {
    if (version === undefined) return refuse('NO_VERSION', bucket, percentage);
    return { serve: true, reason: 'OWNER_LINK', bucket, percentage, group: undefined, version };
  }

  const { matched, group } = audience.match(attributes);
  if (!matched) return refuse('NOT_IN_AUDIENCE', bucket, percentage);
  if (bucket >= admittedBuckets(percentage)) return refuse('NOT_IN_ROLLOUT', bucket, percentage, group);
  if (version === undefined) return refuse('NO_VERSION', bucket, percentage, group);
  return { serve: true, reason: 'SERVED', bucket, percentage, group, version };
}

/** How many of the 10,000 buckets a percentage admits: those below this number (DESIGN 5). */
export function admittedBuckets(percentage: number): number {
  return Math.round(percentage * 100);
}

/** Every decision has every property, in one order: objects of one shape are the fastest to make and to read. */
function refuse(reason: DecisionReason, bucket: number, percentage: number, group?: string): RolloutDecision {
  return { serve: false, reason, bucket, percentage, group, version: undefined };
}
