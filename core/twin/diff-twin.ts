import { diffFields, diffOrder, type FieldChange } from '../diff-fields.ts';
import type { JsonValue } from '../json.ts';
import type { TwinContent, TwinRule } from './twin.ts';

export type RuleKind = 'knowledge' | 'style';

export interface RuleChange {
  readonly ruleId: string;
  readonly kind: RuleKind;
  readonly change: 'added' | 'removed' | 'changed';
  readonly fields: FieldChange[];
}

/** What differs in what an author wrote of a twin. */
export interface TwinDiff {
  readonly persona: FieldChange[];
  /** Rules of knowledge first, then of style; of each the removed ones first. */
  readonly rules: RuleChange[];
  /** `knowledgeRules.order` and `styleRules.order`, by ids, where rules that both sides have moved. */
  readonly order: FieldChange[];
}

/** What changed between two contents of a twin, a part of the persona or a rule at a time. */
export function diffTwin(before: TwinContent, after: TwinContent): TwinDiff {
  return {
    persona: diffFields(before.persona, after.persona),
    rules: [
      ...diffRules('knowledge', before.knowledgeRules, after.knowledgeRules),
      ...diffRules('style', before.styleRules, after.styleRules),
    ],
    order: [
      ...diffOrder(idsOf(before.knowledgeRules), idsOf(after.knowledgeRules), ['knowledgeRules']),
      ...diffOrder(idsOf(before.styleRules), idsOf(after.styleRules), ['styleRules']),
    ],
  };
}

function diffRules(kind: RuleKind, before: readonly TwinRule[], after: readonly TwinRule[]): RuleChange[] {
  const earlier = new Map(before.map((rule) => [rule.id, rule]));
  const later = new Map(after.map((rule) => [rule.id, rule]));
  const removed = before.filter(({ id }) => !later.has(id)).map((rule) => wholeRule(kind, 'removed', rule));
  const others = after.flatMap((rule): RuleChange[] => {
    const previous = earlier.get(rule.id);
    if (!previous) return [wholeRule(kind, 'added', rule)];
    const fields = diffFields(contentOf(previous), contentOf(rule));
    return fields.length === 0 ? [] : [{ ruleId: rule.id, kind, change: 'changed', fields }];
  });
  return [...removed, ...others];
}

function wholeRule(kind: RuleKind, change: 'added' | 'removed', rule: TwinRule): RuleChange {
  const side = change === 'added' ? 'after' : 'before';
  const fields = Object.entries(contentOf(rule)).map(([field, value]) => ({ field, [side]: value }));
  return { ruleId: rule.id, kind, change, fields };
}

function contentOf({ text, origin }: TwinRule): Record<string, JsonValue> {
  return origin ? { text, origin } : { text };
}

function idsOf(rules: readonly TwinRule[]): string[] {
  return rules.map(({ id }) => id);
}
