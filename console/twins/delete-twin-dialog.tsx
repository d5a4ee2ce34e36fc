import type { SubjectSummary } from '../../contract/subjects.ts';
import { twinEndpoints } from '../../contract/twins.ts';
import { api } from '../api/api.ts';
import { DeleteDialog } from '../ui/delete-dialog.tsx';

export interface DeleteTwinDialogProps {
  twin: Pick<SubjectSummary, 'id' | 'name'>;
  onClose: () => void;
  onDeleted?: () => void;
}

export function DeleteTwinDialog({ twin: { id, name }, ...rest }: DeleteTwinDialogProps) {
  return (
    <DeleteDialog
      {...rest}
      kind="twin"
      name={name}
      run={() => api.call(twinEndpoints.deleteTwin, { params: { id } })}
      refresh={[['twins']]}
    >
      <p>
        Its persona, its rules and all its versions go; sources stay. A twin that a deployment or a flow uses is kept.
      </p>
    </DeleteDialog>
  );
}
