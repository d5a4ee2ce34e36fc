import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { twinEndpoints } from '../../../contract/twins.ts';
import { api } from '../../api/api.ts';
import { Dialog } from '../../ui/dialog.tsx';
import type { TwinDraft } from '../draft/use-twin-draft.ts';
import { ProposalChoice } from './proposal-choice.tsx';
import { SourceChoice } from './source-choice.tsx';

export interface ProposeRulesDialogProps {
  twinId: string;
  draft: TwinDraft;
  onClose: () => void;
}

/** Has the model read sources and propose rules; those the author accepts go into the draft. */
export function ProposeRulesDialog({ twinId, draft, onClose }: ProposeRulesDialogProps) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const propose = useMutation({
    mutationFn: () =>
      api.call(twinEndpoints.proposeRules, { params: { id: twinId }, body: { sourceIds: [...chosen] } }),
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="wide"
      title="Propose rules from sources"
      description={
        propose.data
          ? 'Choose the rules that hold. A rule may be told to every visitor of the twin, whatever a deployment may do with its source.'
          : 'The model reads the sources and proposes rules, each with the passage it rests on. None holds before you add it and save.'
      }
    >
      {propose.data ? (
        <ProposalChoice
          proposals={propose.data.proposals}
          draft={draft}
          onBack={() => propose.reset()}
          onClose={onClose}
        />
      ) : (
        <SourceChoice
          chosen={chosen}
          onChoose={setChosen}
          isBusy={propose.isPending}
          error={propose.error}
          onPropose={() => propose.mutate()}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}
