import type { TwinRule } from '../../../core/twin/twin.ts';

/** The rules with an empty one at the end. Its id differs from every other, those of other authors too. */
export function withNewRule(rules: readonly TwinRule[]): TwinRule[] {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  const id = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [...rules, { id: `rul_${id}`, text: '' }];
}

/** The rules with one moved up or down by a place; as they were where there is none. */
export function withMovedRule(rules: readonly TwinRule[], index: number, by: -1 | 1): TwinRule[] {
  const rule = rules[index];
  const other = rules[index + by];
  return rule && other ? rules.with(index, other).with(index + by, rule) : [...rules];
}
