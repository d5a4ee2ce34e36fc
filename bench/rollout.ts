import { pathToFileURL } from 'node:url';
import { bucketsOf } from '../core/rollout/assign-bucket.ts';
import { compileAudience } from '../core/rollout/compile-audience.ts';
import { decideRollout } from '../core/rollout/decide-rollout.ts';
import type { DeploymentForRollout } from '../core/rollout/rollout-decision.ts';
import type { BenchResult } from './bench-result.ts';
import { measureInterleaved } from './measure-interleaved.ts';
import { type Evaluator, flagdEvaluator, growthBookEvaluator, unleashEvaluator } from './rollout-peers.ts';
import { audience, benchVisitors, isInAudience, percentage, salt } from './rollout-subject.ts';

const rounds = 15;
const own = 'Parley decideRollout';
const reference = 'hand-written predicate, same hash';
/** Leaves out the hash for visitors outside the audience; Parley records their bucket too. */
const leanest = 'hand-written, hashing its audience only';
const hashAlone = 'the hash alone';

/** Time of one rollout decision, beside a hand-written predicate and three flag evaluators with an equivalent rule. */
export async function run(): Promise<BenchResult[]> {
  const visitors = benchVisitors();
  const bucketOf = bucketsOf(salt);
  const deployment: DeploymentForRollout = {
    status: 'active',
    audience: compileAudience(audience),
    percentage,
    bucketOf,
    version: 3,
  };
  const admitted = percentage * 100;
  const visitorAt = (index: number) => {
    const visitor = visitors[index];
    if (visitor === undefined) throw new Error(`no visitor ${index}`);
    return visitor;
  };
  const evaluators: Record<string, Evaluator> = {
    [own]: (index) => {
      const { attributes, unitKey } = visitorAt(index);
      return decideRollout(deployment, attributes, unitKey).serve;
    },
    [reference]: (index) => {
      const { attributes, unitKey } = visitorAt(index);
      const bucket = bucketOf(unitKey);
      return isInAudience(attributes) && bucket < admitted;
    },
    [leanest]: (index) => {
      const { attributes, unitKey } = visitorAt(index);
      return isInAudience(attributes) && bucketOf(unitKey) < admitted;
    },
    [hashAlone]: (index) => bucketOf(visitorAt(index).unitKey) < admitted,
    '@openfeature/flagd-core': flagdEvaluator(visitors),
    '@growthbook/growthbook': growthBookEvaluator(visitors),
    'unleash-client': unleashEvaluator(visitors),
  };
  const inAudience = visitors.map(({ attributes }) => isInAudience(attributes));
  for (const [name, evaluator] of Object.entries(evaluators)) {
    if (name !== hashAlone) checkAnswers(name, evaluator, inAudience);
  }
  const contenders = Object.entries(evaluators).map(([name, evaluator]) => ({
    name,
    call: (index: number) => (evaluator(index % visitors.length) ? 1 : 0),
  }));
  const medians = measureInterleaved(contenders, rounds);
  return [...absolutes(medians), ...ratios(medians)];
}

/** An evaluator that admits somebody outside the audience, or not about half of it, answers another question. */
function checkAnswers(name: string, evaluator: Evaluator, inAudience: readonly boolean[]): void {
  const served = inAudience.map((_, index) => evaluator(index));
  if (served.some((isServed, index) => isServed && !inAudience[index])) {
    throw new Error(`${name} serves a visitor outside the audience`);
  }
  const share = (100 * served.filter(Boolean).length) / inAudience.filter(Boolean).length;
  if (Math.abs(share - percentage) > 7) {
    throw new Error(`${name} serves ${share} % of the audience, not ${percentage} %`);
  }
}

function absolutes(medians: ReadonlyMap<string, number>): BenchResult[] {
  return [...medians].map(([name, value]) => ({ name, value, unit: 'ns' }));
}

function ratios(medians: ReadonlyMap<string, number>): BenchResult[] {
  const ns = (name: string) => medians.get(name) ?? Number.NaN;
  const toReference = ns(own) / ns(reference);
  const flagd = ns('@openfeature/flagd-core') / ns(own);
  return [
    { name: `Parley / ${reference}`, value: toReference, unit: '×', target: '≤ 1.5', ok: toReference <= 1.5 },
    { name: `Parley / ${leanest}`, value: ns(own) / ns(leanest), unit: '×' },
    { name: '@openfeature/flagd-core / Parley', value: flagd, unit: '×', target: '≥ 3', ok: flagd >= 3 },
    { name: '@growthbook/growthbook / Parley', value: ns('@growthbook/growthbook') / ns(own), unit: '×' },
    { name: 'unleash-client / Parley', value: ns('unleash-client') / ns(own), unit: '×' },
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { name, value, unit, target, ok } of await run()) {
    const verdict = target === undefined ? '' : `  target ${target}: ${ok ? 'kept' : 'MISSED'}`;
    console.log(`${name.padEnd(50)} ${value.toFixed(unit === 'ns' ? 0 : 2).padStart(8)} ${unit}${verdict}`);
  }
}
