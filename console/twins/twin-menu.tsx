import type { TwinSummary } from '../../contract/twins.ts';
import { lazyPart } from '../shell/lazy-part.ts';
import { RenameDeleteMenu } from '../ui/rename-delete-menu.tsx';

const RenameTwinDialog = lazyPart(() => import('./rename-twin-dialog.tsx'), 'RenameTwinDialog');
const DeleteTwinDialog = lazyPart(() => import('./delete-twin-dialog.tsx'), 'DeleteTwinDialog');

export interface TwinMenuProps {
  twin: Pick<TwinSummary, 'id' | 'name'>;
  onDeleted?: () => void;
}

/** What can be done with a twin as a whole. */
export function TwinMenu({ twin, onDeleted }: TwinMenuProps) {
  return (
    <RenameDeleteMenu
      name={twin.name}
      renameDialog={(onClose) => <RenameTwinDialog twin={twin} onClose={onClose} />}
      deleteDialog={(onClose) => <DeleteTwinDialog twin={twin} onClose={onClose} onDeleted={onDeleted} />}
    />
  );
}
