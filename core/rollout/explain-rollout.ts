import type { Attributes } from './attributes.ts';
import { type Audience, type Filter, type FilterGroup, isUnary, type Operator } from './audience.ts';
import { admittedBuckets, decideRollout } from './decide-rollout.ts';
import { matchFilter } from './match-filter.ts';
import { parseAttributePath, readAttribute } from './read-attribute.ts';
import type { DeploymentForRollout, RolloutDecision } from './rollout-decision.ts';

export interface RolloutStep {
  readonly stage: 'status' | 'audience' | 'percentage' | 'version';
  /** Whether this stage, looked at alone, lets the visitor through. */
  readonly passed: boolean;
  readonly detail: string;
}

/**
 * The decision that a new conversation would get, and what each stage says of this visitor, in words. Every stage is
 * shown, also those behind a refusal, so that a deployment can be tried before it is activated; the reason names the
 * first that refused. `audience` is the source of `deployment.audience`. Draws kept from earlier are left aside.
 */
export function explainRollout(
  deployment: DeploymentForRollout,
  audience: Audience,
  attributes: Attributes,
  unitKey: string,
): RolloutDecision & { readonly steps: RolloutStep[] } {
  const decision = decideRollout(deployment, attributes, unitKey);
  const steps = [
    statusStep(deployment.status),
    audienceStep(deployment, audience, attributes),
    percentageStep(decision),
    versionStep(deployment.version),
  ];
  return { ...decision, steps };
}

function statusStep(status: DeploymentForRollout['status']): RolloutStep {
  const passed = status === 'active';
  const detail = passed ? 'The deployment is active.' : 'The deployment is inactive: it serves nobody.';
  return { stage: 'status', passed, detail };
}

function audienceStep(deployment: DeploymentForRollout, audience: Audience, attributes: Attributes): RolloutStep {
  const { matched, group } = deployment.audience.match(attributes);
  const refusals = () => audience.groups.map((refusing) => groupRefusal(refusing, attributes));
  const admission = group === undefined ? 'The audience is everyone: no groups are set.' : `Group ${group} matches.`;
  const detail = matched ? admission : ['No group matches.', ...refusals()].join(' ');
  return { stage: 'audience', passed: matched, detail };
}

function percentageStep({ bucket, percentage }: Pick<RolloutDecision, 'bucket' | 'percentage'>): RolloutStep {
  const admitted = admittedBuckets(percentage);
  const passed = bucket < admitted;
  const verdict = passed ? 'this one is among them' : 'this one is not among them';
  const detail = `${percentage} % admits the buckets below ${admitted} of 10000; the visitor's is ${bucket}: ${verdict}.`;
  return { stage: 'percentage', passed, detail };
}

function versionStep(version: number | undefined): RolloutStep {
  const passed = version !== undefined;
  const detail = passed
    ? `A new session runs version ${version}.`
    : 'Nothing is published yet: there is no version to run.';
  return { stage: 'version', passed, detail };
}

function groupRefusal(group: FilterGroup, attributes: Attributes): string {
  const failed = group.filters.filter((filter) => !matchFilter(filter, attributes));
  const rules = failed.map((filter) =>
    ruleInWords(filter, readAttribute(attributes, parseAttributePath(filter.attribute))),
  );
  const shown = rules.slice(0, 3).join('; ');
  const more = rules.length > 3 ? `; and ${rules.length - 3} more rules fail` : '';
  return `Group ${group.name}: ${shown}${more}.`;
}

const operatorWords: Record<Operator, string> = {
  equals: 'equals',
  not_equals: 'does not equal',
  contains: 'contains',
  starts_with: 'starts with',
  ends_with: 'ends with',
  greater_than: 'is greater than',
  less_than: 'is less than',
  is_empty: 'is empty',
  is_not_empty: 'is not empty',
};

function ruleInWords({ attribute, operator, value }: Filter, actual: unknown): string {
  const rule = isUnary(operator) ? operatorWords[operator] : `${operatorWords[operator]} ${inWords(value)}`;
  return `${attribute} ${rule}, but it is ${inWords(actual)}`;
}

function inWords(value: unknown): string {
  if (value === undefined || value === null) return 'missing';
  const text = JSON.stringify(value);
  // A cut between the halves of a surrogate pair would leave text that is not well-formed.
  return text.length > 100 ? `${text.slice(0, 99).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}
