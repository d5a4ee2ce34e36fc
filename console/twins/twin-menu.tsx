import type { SubjectSummary } from '../../contract/subjects.ts';
import { lazyPart } from '../shell/lazy-part.ts';
import { RenameDeleteMenu } from '../ui/actions-menu.tsx';

const RenameTwinDialog = lazyPart(() => import('./rename-twin-dialog.tsx'), 'RenameTwinDialog');
const DeleteTwinDialog = lazyPart(() => import('./delete-twin-dialog.tsx'), 'DeleteTwinDialog');

export interface TwinMenuProps {
  twin: Pick<SubjectSummary, 'id' | 'name'>;
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
