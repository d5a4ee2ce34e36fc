import { type TwinSummary, twinEndpoints } from '../../contract/twins.ts';
import { api } from '../api/api.ts';
import { messageOf } from '../api/problem-message.ts';
import { useAction } from '../api/use-action.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { notifyDone } from '../ui/notify.ts';

export interface DeleteTwinDialogProps {
  twin: Pick<TwinSummary, 'id' | 'name'>;
  onClose: () => void;
  onDeleted?: () => void;
}

export function DeleteTwinDialog({ twin, onClose, onDeleted }: DeleteTwinDialogProps) {
  const remove = useAction({
    run: () => api.call(twinEndpoints.deleteTwin, { params: { id: twin.id } }),
    refresh: [['twins']],
    onDone: () => {
      notifyDone(`${twin.name} was deleted`);
      onClose();
      onDeleted?.();
    },
  });
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title="Delete this twin?"
      action="Delete twin"
      nameToType={twin.name}
      onConfirm={() => remove.mutate()}
      isBusy={remove.isPending}
      problem={remove.isError ? messageOf(remove.error) : undefined}
    >
      <p>
        Its persona, its rules and all its versions go; sources stay. A twin that a deployment or a flow uses is kept.
      </p>
    </ConfirmDialog>
  );
}
