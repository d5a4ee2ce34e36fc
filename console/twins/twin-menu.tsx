import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { TwinSummary } from '../../contract/twins.ts';
import { lazyPart } from '../shell/lazy-part.ts';
import { Button } from '../ui/button.tsx';
import { DropdownMenu, MenuItem, MenuSeparator } from '../ui/dropdown-menu.tsx';

const RenameTwinDialog = lazyPart(() => import('./rename-twin-dialog.tsx'), 'RenameTwinDialog');
const DeleteTwinDialog = lazyPart(() => import('./delete-twin-dialog.tsx'), 'DeleteTwinDialog');

export interface TwinMenuProps {
  twin: Pick<TwinSummary, 'id' | 'name'>;
  onDeleted?: () => void;
}

/** What can be done with a twin as a whole. */
export function TwinMenu({ twin, onDeleted }: TwinMenuProps) {
  const [open, setOpen] = useState<'none' | 'rename' | 'delete'>('none');
  const close = () => setOpen('none');
  const button = (
    <Button look="quiet" size="icon" aria-label={`Actions for ${twin.name}`} className="relative">
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
        {open === 'rename' && <RenameTwinDialog twin={twin} onClose={close} />}
        {open === 'delete' && <DeleteTwinDialog twin={twin} onClose={close} onDeleted={onDeleted} />}
      </Suspense>
    </>
  );
}
