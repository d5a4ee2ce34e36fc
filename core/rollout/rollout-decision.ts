import type { BucketOf } from './assign-bucket.ts';
import type { CompiledAudience } from './compile-audience.ts';

/** Why a visitor is or is not served. `OWNER_LINK` marks a link the owner made, which passes audience and percentage but never status. */
export const decisionReasons = [
  'INACTIVE',
  'NO_VERSION',
  'NOT_IN_AUDIENCE',
  'NOT_IN_ROLLOUT',
  'SERVED',
  'OWNER_LINK',
] as const;
export type DecisionReason = (typeof decisionReasons)[number];

/** What `decideRollout` needs of a deployment revision; the audience and the salt are prepared once per revision. */
export interface DeploymentForRollout {
  readonly status: 'active' | 'inactive';
  readonly audience: CompiledAudience;
  /** 0 to 100, in steps of 0.01. */
  readonly percentage: number;
  /** Buckets under the salt that was fixed when the deployment was made. */
  readonly bucketOf: BucketOf;
  /** Version number a session starting now would run: the pinned one, or the newest; absent while nothing is published. */
  readonly version?: number;
}

/** The percentage draw of one conversation, made once and kept. */
export interface RolloutDraw {
  /** 0 to 9999. */
  readonly bucket: number;
  /** The percentage in force when the draw was made. */
  readonly percentage: number;
}

export interface RolloutDecision {
  readonly serve: boolean;
  readonly reason: DecisionReason;
  /** 0 to 9999. Computed even when an earlier stage refused, so that it can be explained. */
  readonly bucket: number;
  /** The percentage compared with; that of the draw where one was kept. */
  readonly percentage: number;
  /** Name of the first filter group that matched; absent when the audience is everyone. */
  readonly group?: string;
  readonly version?: number;
}

/** The draw to keep for the rest of the conversation; null when a decision did not reach the percentage. */
export function drawOf({ reason, bucket, percentage }: RolloutDecision): RolloutDraw | null {
  const wasDrawn = reason === 'NOT_IN_ROLLOUT' || reason === 'NO_VERSION' || reason === 'SERVED';
  return wasDrawn ? { bucket, percentage } : null;
}
