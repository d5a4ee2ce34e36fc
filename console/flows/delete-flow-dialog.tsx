import { type FlowSummary, flowEndpoints } from '../../contract/flows.ts';
import { api } from '../api/api.ts';
import { messageOf } from '../api/problem-message.ts';
import { useAction } from '../api/use-action.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { notifyDone } from '../ui/notify.ts';

export interface DeleteFlowDialogProps {
  flow: Pick<FlowSummary, 'id' | 'name'>;
  onClose: () => void;
  onDeleted?: () => void;
}

export function DeleteFlowDialog({ flow, onClose, onDeleted }: DeleteFlowDialogProps) {
  const remove = useAction({
    run: () => api.call(flowEndpoints.deleteFlow, { params: { id: flow.id } }),
    refresh: [['flows']],
    onDone: () => {
      notifyDone(`${flow.name} was deleted`);
      onClose();
      onDeleted?.();
    },
  });
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title="Delete this flow?"
      action="Delete flow"
      nameToType={flow.name}
      onConfirm={() => remove.mutate()}
      isBusy={remove.isPending}
      problem={remove.isError ? messageOf(remove.error) : undefined}
    >
      <p>Its draft and all its versions go. A flow that a deployment or another flow uses is kept.</p>
    </ConfirmDialog>
  );
}
