import type { DeploymentSettings } from '../../../contract/deployment-settings.ts';

export type RampStep = NonNullable<DeploymentSettings['rollout']['schedule']>[number];

const dayMs = 24 * 60 * 60_000;

export interface RampPlan {
  readonly from: number;
  readonly to: number;
  /** The first step comes one interval later. */
  readonly startsAt: Date;
  readonly days: number;
  readonly steps: number;
}

/** Even steps from one percentage to another, the last one at the end; in steps of 0.01 %. */
export function rampSteps({ from, to, startsAt, days, steps }: RampPlan): RampStep[] {
  return Array.from({ length: steps }, (_, index) => {
    const share = (index + 1) / steps;
    return {
      at: new Date(startsAt.getTime() + share * days * dayMs).toISOString(),
      percentage: Math.round((from + (to - from) * share) * 100) / 100,
    };
  });
}

/** The steps in the order in which they come. */
export function inOrder(steps: readonly RampStep[]): RampStep[] {
  return steps.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
}
