import { useQueryClient } from '@tanstack/react-query';
import { type TwinSummary, twinEndpoints } from '../../contract/twins.ts';
import { api } from '../api/api.ts';
import { messageOf } from '../api/problem-message.ts';
import { NameDialog } from '../ui/name-dialog.tsx';
import { notifyDone, notifyFailed } from '../ui/notify.ts';
import { twinQuery } from './twin-queries.ts';

export function RenameTwinDialog(props: { twin: Pick<TwinSummary, 'id' | 'name'>; onClose: () => void }) {
  const { twin, onClose } = props;
  const queries = useQueryClient();
  async function rename(name: string) {
    const renamed = await api.call(twinEndpoints.renameTwin, { params: { id: twin.id }, body: { name } });
    queries.setQueryData(twinQuery(twin.id).queryKey, renamed);
    await queries.invalidateQueries({ queryKey: ['twins'] });
  }
  async function undo() {
    await rename(twin.name).catch((error: unknown) => notifyFailed('The name is as it was', messageOf(error)));
  }
  return (
    <NameDialog
      title="Rename twin"
      action="Rename"
      name={twin.name}
      hint="For you and your team; visitors read the persona’s name."
      onClose={onClose}
      send={async (name) => {
        await rename(name);
        onClose();
        notifyDone(`Renamed to ${name}`, { undo: () => void undo() });
      }}
    />
  );
}
