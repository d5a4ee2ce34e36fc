import { Globe, NotebookPen, Upload } from 'lucide-react';
import { Suspense, useRef, useState } from 'react';
import { useCommands } from '../../shell/commands.ts';
import { lazyPart } from '../../shell/lazy-part.ts';
import { Button } from '../../ui/button.tsx';

const NoteDialog = lazyPart(() => import('./note-dialog.tsx'), 'NoteDialog');
const AddPagesDialog = lazyPart(() => import('./add-pages-dialog.tsx'), 'AddPagesDialog');

/** Of what can be read; anything else is refused by its content all the same. */
const endings = '.pdf,.docx,.pptx,.md,.markdown,.txt,.csv,.eml';

export interface AddSourcesProps {
  onFiles: (files: readonly File[]) => void;
  /** Whose own sources they become. */
  personId?: string;
}

/** The three ways to add a source. */
export function AddSources({ onFiles, personId }: AddSourcesProps) {
  const picker = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState<'none' | 'note' | 'pages'>('none');
  const pick = () => picker.current?.click();
  useCommands([
    { id: 'uploadSource', label: 'Upload files', group: 'Sources', icon: Upload, keys: 'c', run: pick },
    { id: 'newNote', label: 'Write a note', group: 'Sources', icon: NotebookPen, run: () => setOpen('note') },
    { id: 'addPages', label: 'Add web pages', group: 'Sources', icon: Globe, run: () => setOpen('pages') },
  ]);
  return (
    <>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        accept={endings}
        aria-label="Files to upload"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file can then be chosen once more.
          event.target.value = '';
        }}
      />
      <Button onClick={() => setOpen('note')}>
        <NotebookPen aria-hidden />
        Write a note
      </Button>
      <Button onClick={() => setOpen('pages')}>
        <Globe aria-hidden />
        Add web pages
      </Button>
      <Button look="main" onClick={pick}>
        <Upload aria-hidden />
        Upload files
      </Button>
      <Suspense>
        {open === 'note' && <NoteDialog personId={personId} onClose={() => setOpen('none')} />}
        {open === 'pages' && <AddPagesDialog personId={personId} onClose={() => setOpen('none')} />}
      </Suspense>
    </>
  );
}
