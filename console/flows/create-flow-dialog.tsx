import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { flowEndpoints } from '../../contract/flows.ts';
import { api } from '../api/api.ts';
import { NameDialog } from '../ui/name-dialog.tsx';
import { flowQuery } from './flow-queries.ts';

export function CreateFlowDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  async function create(name: string) {
    const flow = await api.call(flowEndpoints.createFlow, { body: { name } });
    queries.setQueryData(flowQuery(flow.id).queryKey, flow);
    void queries.invalidateQueries({ queryKey: ['flows'] });
    onClose();
    await navigate({ to: '/flows/$flowId', params: { flowId: flow.id } });
  }
  return <NameDialog title="New flow" action="Create flow" onClose={onClose} send={create} />;
}
