import { type SourceSummary, sourceEndpoints } from '../../contract/sources.ts';
import { api } from '../api/api.ts';
import { messageOf } from '../api/problem-message.ts';
import { useAction } from '../api/use-action.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { changedWith } from './source-queries.ts';

/** Asks before a text that may have been edited is replaced. */
export function RereadDialog({ source, onClose }: { source: SourceSummary; onClose: () => void }) {
  const reread = useAction({
    run: () => api.call(sourceEndpoints.rereadSource, { params: { id: source.id } }),
    refresh: changedWith(source.id),
    onDone: onClose,
  });
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title="Read this source again?"
      action="Read again"
      onConfirm={() => reread.mutate()}
      isBusy={reread.isPending}
      problem={reread.isError ? messageOf(reread.error) : undefined}
    >
      <p>
        {source.kind === 'url' ? 'The web page is fetched anew' : 'The file is read anew'}, and replaces the text. Edits
        made here are lost. Until it is read, the text stays in use.
      </p>
    </ConfirmDialog>
  );
}
