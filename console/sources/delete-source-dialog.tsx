import { type SourceSummary, sourceEndpoints } from '../../contract/sources.ts';
import { api } from '../api/api.ts';
import { messageOf } from '../api/problem-message.ts';
import { useAction } from '../api/use-action.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { notifyDone } from '../ui/notify.ts';

export interface DeleteSourceDialogProps {
  source: Pick<SourceSummary, 'id' | 'name'>;
  onClose: () => void;
  onDeleted?: () => void;
}

export function DeleteSourceDialog({ source, onClose, onDeleted }: DeleteSourceDialogProps) {
  const remove = useAction({
    run: () => api.call(sourceEndpoints.deleteSource, { params: { id: source.id } }),
    refresh: [['sources']],
    onDone: () => {
      notifyDone(`${source.name} was deleted`);
      onClose();
      onDeleted?.();
    },
  });
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title="Delete this source?"
      action="Delete source"
      nameToType={source.name}
      onConfirm={() => remove.mutate()}
      isBusy={remove.isPending}
      problem={remove.isError ? messageOf(remove.error) : undefined}
    >
      <p>No conversation uses it from now on, not even one that is under way. What was said before stays.</p>
    </ConfirmDialog>
  );
}
