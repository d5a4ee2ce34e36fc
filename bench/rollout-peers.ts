import { EventEmitter } from 'node:events';
import { GrowthBookClient } from '@growthbook/growthbook';
import { FlagdCore } from '@openfeature/flagd-core';
import { Unleash } from 'unleash-client';
import type { FeatureInterface } from 'unleash-client/lib/feature.js';
import { type Constraint, Operator } from 'unleash-client/lib/strategy/strategy.js';
import type { Attributes } from '../core/rollout/attributes.ts';
import { type BenchVisitor, percentage, salt } from './rollout-subject.ts';

/** Answers for the visitor with this index. Contexts are made beforehand, in the shape each evaluator wants. */
export type Evaluator = (index: number) => boolean;

const flag = 'deployment';

/** JSON logic, compiled by the library. Text compares exactly: it has no way to ignore case. */
export function flagdEvaluator(visitors: readonly BenchVisitor[]): Evaluator {
  const attribute = (path: string) => ({ var: path });
  const targeting = {
    if: [
      {
        or: [
          {
            and: [
              { '==': [attribute('contact.plan'), 'Enterprise'] },
              { '>': [attribute('contact.seats'), 20] },
              { in: ['vip', attribute('contact.tags')] },
            ],
          },
          {
            and: [
              { '==': [attribute('contact.plan'), 'Trial'] },
              { '==': [attribute('page.utm_source'), 'newsletter'] },
              { ends_with: [attribute('contact.email'), '@Example.com'] },
            ],
          },
          {
            and: [
              { starts_with: [attribute('page.path'), '/pricing'] },
              { '==': [attribute('visitor.language'), 'de'] },
              { '!=': [attribute('device.type'), 'tablet'] },
            ],
          },
        ],
      },
      { fractional: [{ cat: [salt, ':', attribute('targetingKey')] }, ['on', percentage], ['off', 100 - percentage]] },
      'off',
    ],
  };
  const flagd = new FlagdCore();
  const definition = { state: 'ENABLED', variants: { on: true, off: false }, defaultVariant: 'off', targeting };
  flagd.setConfigurations(JSON.stringify({ flags: { [flag]: definition } }));
  const contexts = visitors.map(({ unitKey, attributes }) => ({ targetingKey: unitKey, ...toJson(attributes) }));
  return (index) => flagd.resolveBooleanEvaluation(flag, false, contexts[index]).value;
}

/** Mongo-like conditions, interpreted. Text compares exactly but for the patterns. */
export function growthBookEvaluator(visitors: readonly BenchVisitor[]): Evaluator {
  const condition = {
    $or: [
      { 'contact.plan': 'Enterprise', 'contact.seats': { $gt: 20 }, 'contact.tags': { $elemMatch: { $eq: 'vip' } } },
      { 'contact.plan': 'Trial', 'page.utm_source': 'newsletter', 'contact.email': { $regex: '@Example\\.com$' } },
      { 'page.path': { $regex: '^/pricing' }, 'visitor.language': 'de', 'device.type': { $ne: 'tablet' } },
    ],
  };
  const rule = { condition, force: true, coverage: percentage / 100, hashAttribute: 'id', hashVersion: 2, seed: salt };
  const client = new GrowthBookClient().initSync({
    payload: { features: { [flag]: { defaultValue: false, rules: [rule] } } },
  });
  const contexts = visitors.map(({ unitKey, attributes }) => ({ attributes: { id: unitKey, ...attributes } }));
  return (index) => client.isOn(flag, contexts[index] ?? {});
}

/** Three strategies of three constraints each. Properties are flat and text only, so tags are joined into one. */
export function unleashEvaluator(visitors: readonly BenchVisitor[]): Evaluator {
  const rule = (contextName: string, operator: Operator, value: string): Constraint => {
    const takesList = operator !== Operator.NUM_GT;
    return { contextName, operator, inverted: false, caseInsensitive: true, values: takesList ? [value] : [], value };
  };
  const groups = [
    [
      rule('contact.plan', Operator.IN, 'Enterprise'),
      rule('contact.seats', Operator.NUM_GT, '20'),
      rule('contact.tags', Operator.STR_CONTAINS, 'vip'),
    ],
    [
      rule('contact.plan', Operator.IN, 'Trial'),
      rule('page.utm_source', Operator.IN, 'newsletter'),
      rule('contact.email', Operator.STR_ENDS_WITH, '@example.com'),
    ],
    [
      rule('page.path', Operator.STR_STARTS_WITH, '/pricing'),
      rule('visitor.language', Operator.IN, 'de'),
      rule('device.type', Operator.NOT_IN, 'tablet'),
    ],
  ];
  const parameters = { rollout: String(percentage), stickiness: 'userId', groupId: salt };
  const strategies = groups.map((constraints) => ({ name: 'flexibleRollout', parameters, constraints }));
  const repository = new FixedRepository({ name: flag, enabled: true, strategies, variants: [] });
  const unleash = new Unleash({
    appName: 'bench',
    url: 'http://127.0.0.1:9/',
    repository,
    disableMetrics: true,
    disableAutoStart: true,
  });
  repository.emit('ready');
  const contexts = visitors.map(({ unitKey, attributes }) => ({ userId: unitKey, properties: flatten(attributes) }));
  return (index) => unleash.isEnabled(flag, contexts[index]);
}

/** Holds one flag and never asks a server. */
class FixedRepository extends EventEmitter {
  readonly #feature: FeatureInterface;

  constructor(feature: FeatureInterface) {
    super();
    this.#feature = feature;
  }

  getToggle(): FeatureInterface {
    return this.#feature;
  }

  getToggles(): FeatureInterface[] {
    return [this.#feature];
  }

  getTogglesWithSegmentData(): [] {
    return [];
  }

  getSegment(): undefined {}

  stop(): void {}

  async start(): Promise<void> {}
}

function flatten(attributes: Attributes): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [namespace, map] of Object.entries(attributes)) {
    for (const [name, value] of Object.entries(map ?? {})) flat[`${namespace}.${name}`] = String(value);
  }
  return flat;
}

function toJson(attributes: Attributes) {
  return JSON.parse(JSON.stringify(attributes));
}
