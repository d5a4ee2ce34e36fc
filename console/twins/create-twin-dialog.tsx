import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { twinEndpoints } from '../../contract/twins.ts';
import { api } from '../api/api.ts';
import { NameDialog } from '../ui/name-dialog.tsx';
import { twinQuery } from './twin-queries.ts';

export function CreateTwinDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  async function create(name: string) {
    const twin = await api.call(twinEndpoints.createTwin, { body: { name } });
    queries.setQueryData(twinQuery(twin.id).queryKey, twin);
    void queries.invalidateQueries({ queryKey: ['twins'] });
    onClose();
    await navigate({ to: '/twins/$twinId', params: { twinId: twin.id } });
  }
  return (
    <NameDialog
      title="New twin"
      action="Create twin"
      hint="Usually the expert’s own name. What visitors read is the persona’s name, which begins as this one."
      onClose={onClose}
      send={create}
    />
  );
}
