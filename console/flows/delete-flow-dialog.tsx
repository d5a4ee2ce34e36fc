import { flowEndpoints } from '../../contract/flows.ts';
import type { SubjectSummary } from '../../contract/subjects.ts';
import { api } from '../api/api.ts';
import { DeleteDialog } from '../ui/delete-dialog.tsx';

export interface DeleteFlowDialogProps {
  flow: Pick<SubjectSummary, 'id' | 'name'>;
  onClose: () => void;
  onDeleted?: () => void;
}

export function DeleteFlowDialog({ flow: { id, name }, ...rest }: DeleteFlowDialogProps) {
  return (
    <DeleteDialog
      {...rest}
      kind="flow"
      name={name}
      run={() => api.call(flowEndpoints.deleteFlow, { params: { id } })}
      refresh={[['flows']]}
    >
      <p>Its draft and all its versions go. A flow that a deployment or another flow uses is kept.</p>
    </DeleteDialog>
  );
}
