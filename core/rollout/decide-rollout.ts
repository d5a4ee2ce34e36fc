import { assignBucket } from './assign-bucket.ts';
import type { Attributes } from './attributes.ts';
import type { DeploymentForRollout, RolloutDecision, RolloutDraw } from './rollout-decision.ts';

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
  const bucket = kept === undefined ? assignBucket(deployment.salt, unitKey) : kept.bucket;
  const percentage = kept === undefined ? deployment.percentage : kept.percentage;
  const { status, audience, version } = deployment;

  if (status !== 'active') return { serve: false, reason: 'INACTIVE', bucket, percentage, draw: kept };
  if (options?.ownerLink) {
    if (version === undefined) return { serve: false, reason: 'NO_VERSION', bucket, percentage, draw: kept };
    return { serve: true, reason: 'OWNER_LINK', bucket, percentage, version, draw: kept };
  }

  const { matched, group } = audience.match(attributes);
  if (!matched) return { serve: false, reason: 'NOT_IN_AUDIENCE', bucket, percentage, draw: kept };

  const draw = kept ?? { bucket, percentage };
  if (bucket >= admittedBuckets(percentage)) {
    return { serve: false, reason: 'NOT_IN_ROLLOUT', bucket, percentage, group, draw };
  }
  if (version === undefined) return { serve: false, reason: 'NO_VERSION', bucket, percentage, group, draw };
  return { serve: true, reason: 'SERVED', bucket, percentage, group, version, draw };
}

/** How many of the 10,000 buckets a percentage admits: those below this number (DESIGN 5). */
export function admittedBuckets(percentage: number): number {
  return Math.round(percentage * 100);
}
