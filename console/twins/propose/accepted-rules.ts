import type { RuleProposal } from '../../../contract/twins.ts';
import { type TwinContent, twinLimits } from '../../../core/twin/twin.ts';
import { withNewRule } from '../parts/rule-edits.ts';

type Rules = Pick<TwinContent, 'knowledgeRules' | 'styleRules'>;

/** The rules with accepted proposals at the end, each under an id of its own and with the passage it came from. */
export function withAccepted({ knowledgeRules, styleRules }: Rules, accepted: readonly RuleProposal[]): Rules {
  const rulesOf = (kind: RuleProposal['kind']) =>
    accepted
      .filter((proposal) => proposal.kind === kind)
      .flatMap(({ text, origin }) => withNewRule([]).map(({ id }) => ({ id, text, origin })));
  return {
    knowledgeRules: [...knowledgeRules, ...rulesOf('knowledge')],
    styleRules: [...styleRules, ...rulesOf('style')],
  };
}

/** Whether a twin takes no more of them. */
export function areTooMany({ knowledgeRules, styleRules }: Rules): boolean {
  return Math.max(knowledgeRules.length, styleRules.length) > twinLimits.rules;
}
