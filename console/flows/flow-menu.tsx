import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { FlowSummary } from '../../contract/flows.ts';
import { lazyPart } from '../shell/lazy-part.ts';
import { Button } from '../ui/button.tsx';
import { DropdownMenu, MenuItem, MenuSeparator } from '../ui/dropdown-menu.tsx';

const RenameFlowDialog = lazyPart(() => import('./rename-flow-dialog.tsx'), 'RenameFlowDialog');
const DeleteFlowDialog = lazyPart(() => import('./delete-flow-dialog.tsx'), 'DeleteFlowDialog');

export interface FlowMenuProps {
  flow: Pick<FlowSummary, 'id' | 'name'>;
  onDeleted?: () => void;
}

/** What can be done with a flow as a whole. */
export function FlowMenu({ flow, onDeleted }: FlowMenuProps) {
  const [open, setOpen] = useState<'none' | 'rename' | 'delete'>('none');
  const close = () => setOpen('none');
  const button = (
    <Button look="quiet" size="icon" aria-label={`Actions for ${flow.name}`} className="relative">
      <Ellipsis aria-hidden />
    </Button>
  );
  return (
    <>
      <DropdownMenu button={button}>
        <MenuItem onSelect={() => setOpen('rename')}>
          <Pencil aria-hidden />
          Rename
        </MenuItem>
        <MenuSeparator />
        <MenuItem isDanger onSelect={() => setOpen('delete')}>
          <Trash2 aria-hidden />
          Delete
        </MenuItem>
      </DropdownMenu>
      <Suspense>
        {open === 'rename' && <RenameFlowDialog flow={flow} onClose={close} />}
        {open === 'delete' && <DeleteFlowDialog flow={flow} onClose={close} onDeleted={onDeleted} />}
      </Suspense>
    </>
  );
}
