import { Sparkles } from 'lucide-react';
import { Suspense, useState } from 'react';
import { lazyPart } from '../../shell/lazy-part.ts';
import { Button } from '../../ui/button.tsx';
import type { TwinDraft } from '../draft/use-twin-draft.ts';
import { RuleList } from './rule-list.tsx';

const ProposeRulesDialog = lazyPart(() => import('../propose/propose-rules-dialog.tsx'), 'ProposeRulesDialog');

export interface RulesPartProps {
  twinId: string;
  draft: TwinDraft;
  canChange: boolean;
}

/** What the twin always bears in mind, and how it talks. */
export function RulesPart({ twinId, draft, canChange }: RulesPartProps) {
  const { knowledgeRules, styleRules } = draft.content;
  const [isProposing, setProposing] = useState(false);
  return (
    <div className="grid gap-5">
      {canChange && (
        <div>
          <Button onClick={() => setProposing(true)}>
            <Sparkles aria-hidden />
            Propose rules from sources
          </Button>
        </div>
      )}
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
      <Suspense>
        {isProposing && <ProposeRulesDialog twinId={twinId} draft={draft} onClose={() => setProposing(false)} />}
      </Suspense>
    </div>
  );
}
