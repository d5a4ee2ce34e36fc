import type { TwinDraft } from '../draft/use-twin-draft.ts';
import { RuleList } from './rule-list.tsx';

/** What the twin always bears in mind, and how it talks. */
export function RulesPart({ draft, canChange }: { draft: TwinDraft; canChange: boolean }) {
  const { knowledgeRules, styleRules } = draft.content;
  return (
    <div className="grid gap-5">
      <RuleList
        title="Knowledge rules"
        description="Facts that always hold, whatever the sources say."
        noun="knowledge rule"
        placeholder="We are closed on Mondays."
        at="knowledgeRules"
        rules={knowledgeRules}
        draft={draft}
        canChange={canChange}
        onChange={(rules) => draft.change({ knowledgeRules: rules })}
      />
      <RuleList
        title="Style rules"
        description="Ways of talking to keep to. The built-in brain quotes, so these are for a model."
        noun="style rule"
        placeholder="Never promise a date."
        at="styleRules"
        rules={styleRules}
        draft={draft}
        canChange={canChange}
        onChange={(rules) => draft.change({ styleRules: rules })}
      />
    </div>
  );
}
