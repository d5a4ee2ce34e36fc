import type { SourceReply } from '../../../contract/sources.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Ago } from '../../ui/time.tsx';
import type { TextForm } from './use-text-form.ts';

/** Somebody else saved the text in the meantime: shows theirs, and asks which one stays. */
export function StaleTextDialog({ form, latest }: { form: TextForm; latest: SourceReply }) {
  return (
    <Dialog
      isOpen
      onClose={form.leaveStale}
      size="wide"
      title="The text has changed meanwhile"
      description={
        <>
          Revision {latest.revision} was saved <Ago at={latest.updatedAt} />. Nothing you typed is lost; close this to
          copy parts of it.
        </>
      }
    >
      <h3 className="mb-1.5 font-medium">The text as it is now</h3>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="wrap-anywhere max-h-80 overflow-y-auto whitespace-pre-wrap rounded-lg bg-sunken p-3 font-mono text-xs"
      >
        {latest.text}
      </pre>
      <DialogActions>
        <Button onClick={() => form.takeLatest(latest)}>Drop my changes</Button>
        <Button look="main" onClick={() => form.saveOver(latest)}>
          Replace it with mine
        </Button>
      </DialogActions>
    </Dialog>
  );
}
