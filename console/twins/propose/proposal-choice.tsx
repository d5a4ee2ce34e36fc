import { useState } from 'react';
import type { RuleProposal } from '../../../contract/twins.ts';
import { twinLimits } from '../../../core/twin/twin.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { DialogActions } from '../../ui/dialog.tsx';
import { FieldError } from '../../ui/field.tsx';
import { notifyDone } from '../../ui/notify.ts';
import type { TwinDraft } from '../draft/use-twin-draft.ts';
import { areTooMany, withAccepted } from './accepted-rules.ts';
import { toggled } from './toggled.ts';

export interface ProposalChoiceProps {
  proposals: readonly RuleProposal[];
  draft: TwinDraft;
  /** To other sources. */
  onBack: () => void;
  onClose: () => void;
}

/** What was proposed, each with the passage it rests on. None is accepted unseen. */
export function ProposalChoice({ proposals, draft, onBack, onClose }: ProposalChoiceProps) {
  const [accepted, setAccepted] = useState<readonly RuleProposal[]>([]);
  const rules = withAccepted(draft.content, accepted);
  const isOver = areTooMany(rules);
  function add() {
    draft.change(rules);
    notifyDone(
      `${accepted.length === 1 ? '1 rule is' : `${accepted.length} rules are`} in the draft; save to keep them`,
    );
    onClose();
  }
  return (
    <div className="grid gap-3">
      {proposals.length === 0 && (
        <p className="text-soft">The model found nothing in these sources that is not a rule already.</p>
      )}
      <ul aria-label="Proposed rules" className="grid divide-y divide-line">
        {proposals.map((proposal) => (
          <li key={proposal.text} className="py-3 first:pt-0">
            <Proposal
              proposal={proposal}
              isAccepted={accepted.includes(proposal)}
              onToggle={() => setAccepted(toggled(accepted, proposal))}
            />
          </li>
        ))}
      </ul>
      {isOver && <FieldError>A twin keeps at most {twinLimits.rules} rules of each kind.</FieldError>}
      <DialogActions>
        <Button onClick={onBack}>Other sources</Button>
        <Button look="main" disabled={accepted.length === 0 || isOver} onClick={add}>
          Add to the draft
        </Button>
      </DialogActions>
    </div>
  );
}

interface ProposalProps {
  proposal: RuleProposal;
  isAccepted: boolean;
  onToggle: () => void;
}

function Proposal({ proposal: { kind, text, title, headings, quote }, isAccepted, onToggle }: ProposalProps) {
  return (
    <div className="grid gap-1.5">
      <label className="flex items-start gap-2.5">
        <input type="checkbox" className="mt-1" checked={isAccepted} onChange={onToggle} />
        <span dir="auto" className="wrap-anywhere min-w-0 flex-1 font-medium">
          {text}
        </span>
        <Badge>{kind === 'knowledge' ? 'Knowledge' : 'Style'}</Badge>
      </label>
      <figure className="ml-6 grid gap-1 border-line border-l-2 pl-3 text-[0.8125rem]">
        <figcaption className="wrap-anywhere text-faint text-xs">{[title, ...headings].join(' › ')}</figcaption>
        <blockquote dir="auto" className="wrap-anywhere whitespace-pre-wrap text-soft">
          {quote}
        </blockquote>
      </figure>
    </div>
  );
}
