import { type SourceSummary, sourceEndpoints } from '../../contract/sources.ts';
import { api } from '../api/api.ts';
import { DeleteDialog } from '../ui/delete-dialog.tsx';

export interface DeleteSourceDialogProps {
  source: Pick<SourceSummary, 'id' | 'name'>;
  onClose: () => void;
  onDeleted?: () => void;
}

export function DeleteSourceDialog({ source: { id, name }, ...rest }: DeleteSourceDialogProps) {
  return (
    <DeleteDialog
      {...rest}
      kind="source"
      name={name}
      run={() => api.call(sourceEndpoints.deleteSource, { params: { id } })}
      refresh={[['sources']]}
    >
      <p>No conversation uses it from now on, not even one that is under way. What was said before stays.</p>
    </DeleteDialog>
  );
}
