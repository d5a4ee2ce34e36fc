import { useQueryClient } from '@tanstack/react-query';
import { type FlowSummary, flowEndpoints } from '../../contract/flows.ts';
import { api } from '../api/api.ts';
import { messageOf } from '../api/problem-message.ts';
import { NameDialog } from '../ui/name-dialog.tsx';
import { notifyDone, notifyFailed } from '../ui/notify.ts';
import { flowQuery } from './flow-queries.ts';

export function RenameFlowDialog(props: { flow: Pick<FlowSummary, 'id' | 'name'>; onClose: () => void }) {
  const { flow, onClose } = props;
  const queries = useQueryClient();
  async function rename(name: string) {
    const renamed = await api.call(flowEndpoints.renameFlow, { params: { id: flow.id }, body: { name } });
    queries.setQueryData(flowQuery(flow.id).queryKey, renamed);
    await queries.invalidateQueries({ queryKey: ['flows'] });
  }
  async function undo() {
    await rename(flow.name).catch((error: unknown) => notifyFailed('The name is as it was', messageOf(error)));
  }
  return (
    <NameDialog
      title="Rename flow"
      action="Rename"
      name={flow.name}
      onClose={onClose}
      send={async (name) => {
        await rename(name);
        onClose();
        notifyDone(`Renamed to ${name}`, { undo: () => void undo() });
      }}
    />
  );
}
