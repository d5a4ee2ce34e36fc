import { useQueryClient } from '@tanstack/react-query';
import type { SubjectSummary } from '../../contract/subjects.ts';
import { twinEndpoints } from '../../contract/twins.ts';
import { api } from '../api/api.ts';
import { RenameDialog } from '../ui/rename-dialog.tsx';
import { twinQuery } from './twin-queries.ts';

export interface RenameTwinDialogProps {
  twin: Pick<SubjectSummary, 'id' | 'name'>;
  onClose: () => void;
}

export function RenameTwinDialog({ twin: { id, name }, onClose }: RenameTwinDialogProps) {
  const queries = useQueryClient();
  async function rename(to: string) {
    const renamed = await api.call(twinEndpoints.renameTwin, { params: { id }, body: { name: to } });
    queries.setQueryData(twinQuery(id).queryKey, renamed);
    await queries.invalidateQueries({ queryKey: ['twins'] });
  }
  return (
    <RenameDialog
      kind="twin"
      name={name}
      hint="For you and your team; visitors read the persona’s name."
      rename={rename}
      onClose={onClose}
    />
  );
}
