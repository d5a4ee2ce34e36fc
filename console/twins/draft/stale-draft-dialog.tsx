import { useState } from 'react';
import type { TwinContent } from '../../../core/twin/twin.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceCards } from '../../ui/choice-cards.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Ago } from '../../ui/time.tsx';
import { mergeTwins, type TwinField, valueInWords, withFields } from './merge-twins.ts';
import { twinFieldWords } from './twin-field-words.ts';
import { contentOf, type StaleDraft, type TwinDraft } from './use-twin-draft.ts';

type Side = 'mine' | 'theirs';

/** Somebody else saved in the meantime: shows what they changed, and asks where both changed the same. */
export function StaleDraftDialog({ draft, stale: { base, latest } }: { draft: TwinDraft; stale: StaleDraft }) {
  const theirs = contentOf(latest);
  const merge = mergeTwins(base, draft.content, theirs);
  const [chosen, setChosen] = useState<Partial<Record<TwinField, Side>>>({});
  const mine = merge.conflicts.filter((field) => chosen[field] === 'mine');
  const isDecided = merge.conflicts.every((field) => chosen[field] !== undefined);
  return (
    <Dialog
      isOpen
      onClose={draft.leaveStale}
      title="Somebody else changed this twin"
      description={
        <>
          {latest.draft.updatedBy?.name ?? 'Somebody'} saved it <Ago at={latest.draft.updatedAt} />. Nothing you typed
          is lost.
        </>
      }
    >
      <div className="grid gap-5">
        {merge.conflicts.map((field) => (
          <ChoiceCards<Side>
            key={field}
            label={`${twinFieldWords[field]}: changed by both`}
            value={chosen[field]}
            onChange={(side) => setChosen((current) => ({ ...current, [field]: side }))}
            choices={[
              { value: 'mine', label: 'Mine', description: <Value of={draft.content} field={field} /> },
              { value: 'theirs', label: 'Theirs', description: <Value of={theirs} field={field} /> },
            ]}
          />
        ))}
        {merge.theirs.length > 0 && (
          <section className="grid gap-1 rounded-xl bg-sunken px-4 py-3">
            <h3 className="font-medium text-soft">Changed meanwhile, and kept</h3>
            <p>{merge.theirs.map((field) => twinFieldWords[field]).join(', ')}</p>
          </section>
        )}
      </div>
      <DialogActions>
        <Button onClick={() => draft.takeLatest(latest)}>Drop my changes</Button>
        <Button
          look="main"
          disabled={!isDecided}
          onClick={() => draft.saveOver(withFields(merge.merged, draft.content, mine), latest)}
        >
          {merge.conflicts.length > 0 ? 'Save what I chose' : 'Save mine as well'}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Value({ of, field }: { of: TwinContent; field: TwinField }) {
  return <span className="wrap-anywhere line-clamp-6 whitespace-pre-wrap">{valueInWords(of, field)}</span>;
}
