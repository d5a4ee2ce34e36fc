import type { SubjectSummary } from '../../contract/subjects.ts';
import { lazyPart } from '../shell/lazy-part.ts';
import { RenameDeleteMenu } from '../ui/actions-menu.tsx';

const RenameFlowDialog = lazyPart(() => import('./rename-flow-dialog.tsx'), 'RenameFlowDialog');
const DeleteFlowDialog = lazyPart(() => import('./delete-flow-dialog.tsx'), 'DeleteFlowDialog');

export interface FlowMenuProps {
  flow: Pick<SubjectSummary, 'id' | 'name'>;
  onDeleted?: () => void;
}

/** What can be done with a flow as a whole. */
export function FlowMenu({ flow, onDeleted }: FlowMenuProps) {
  return (
    <RenameDeleteMenu
      name={flow.name}
      renameDialog={(onClose) => <RenameFlowDialog flow={flow} onClose={onClose} />}
      deleteDialog={(onClose) => <DeleteFlowDialog flow={flow} onClose={onClose} onDeleted={onDeleted} />}
    />
  );
}
