import { useQueryClient } from '@tanstack/react-query';
import { flowEndpoints } from '../../contract/flows.ts';
import type { SubjectSummary } from '../../contract/subjects.ts';
import { api } from '../api/api.ts';
import { RenameDialog } from '../ui/rename-dialog.tsx';
import { flowQuery } from './flow-queries.ts';

export interface RenameFlowDialogProps {
  flow: Pick<SubjectSummary, 'id' | 'name'>;
  onClose: () => void;
}

export function RenameFlowDialog({ flow: { id, name }, onClose }: RenameFlowDialogProps) {
  const queries = useQueryClient();
  async function rename(to: string) {
    const renamed = await api.call(flowEndpoints.renameFlow, { params: { id }, body: { name: to } });
    queries.setQueryData(flowQuery(id).queryKey, renamed);
    await queries.invalidateQueries({ queryKey: ['flows'] });
  }
  return <RenameDialog kind="flow" name={name} rename={rename} onClose={onClose} />;
}
