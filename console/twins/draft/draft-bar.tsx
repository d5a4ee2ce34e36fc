import { Save } from 'lucide-react';
import { useCommands } from '../../shell/commands.ts';
import { Button } from '../../ui/button.tsx';
import { FieldError } from '../../ui/field.tsx';
import { twinFieldWords } from './twin-field-words.ts';
import type { TwinDraft } from './use-twin-draft.ts';

/** Says that something is not saved yet, and saves or drops it. Stays at the lower edge of the window. */
export function DraftBar({ draft }: { draft: TwinDraft }) {
  useCommands([
    {
      id: 'saveTwin',
      label: 'Save the draft',
      group: 'This twin',
      icon: Save,
      keys: 'mod+s',
      worksWhileTyping: true,
      run: () => draft.isDirty && draft.save(),
    },
  ]);
  if (!draft.isDirty && !draft.isBusy) return null;
  return (
    <div className="sticky bottom-3 z-20 flex flex-wrap items-center gap-3 rounded-xl border border-line bg-raised px-4 py-3 shadow-float">
      <div className="min-w-0 flex-1 basis-28">
        {draft.failure ? <FieldError>{draft.failure}</FieldError> : <p role="status">{stateOf(draft)}</p>}
      </div>
      <div className="ml-auto flex gap-2">
        <Button onClick={draft.discard}>Discard</Button>
        <Button look="main" isBusy={draft.isBusy} onClick={draft.save}>
          Save
        </Button>
      </div>
    </div>
  );
}

/** A field to mend may stand on a part that is not shown. */
function stateOf({ toMend }: TwinDraft): string {
  return toMend.length === 0
    ? 'Not saved yet'
    : `Something has to be mended first: ${toMend.map((field) => twinFieldWords[field].toLowerCase()).join(', ')}`;
}
