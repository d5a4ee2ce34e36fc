import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { type ReactNode, Suspense, useState } from 'react';
import { Button } from './button.tsx';
import { DropdownMenu, MenuItem, MenuSeparator } from './dropdown-menu.tsx';

/** What can be done with one thing as a whole, in its row or on its page. */
export function ActionsMenu({ name, children }: { name: string; children: ReactNode }) {
  const button = (
    <Button look="quiet" size="icon" aria-label={`Actions for ${name}`} className="relative">
      <Ellipsis aria-hidden />
    </Button>
  );
  return <DropdownMenu button={button}>{children}</DropdownMenu>;
}

export interface RenameDeleteMenuProps {
  name: string;
  /** Where more than the name can be changed. */
  renameLabel?: string;
  renameDialog: (onClose: () => void) => ReactNode;
  deleteDialog: (onClose: () => void) => ReactNode;
  /** Further items, between the two. */
  children?: ReactNode;
}

/** The menu of something that has a name: to rename it, to delete it, and what else there is. */
export function RenameDeleteMenu(props: RenameDeleteMenuProps) {
  const { name, renameLabel = 'Rename', renameDialog, deleteDialog, children } = props;
  const [open, setOpen] = useState<'none' | 'rename' | 'delete'>('none');
  const close = () => setOpen('none');
  return (
    <>
      <ActionsMenu name={name}>
        <MenuItem onSelect={() => setOpen('rename')}>
          <Pencil aria-hidden />
          {renameLabel}
        </MenuItem>
        {children}
        <MenuSeparator />
        <MenuItem isDanger onSelect={() => setOpen('delete')}>
          <Trash2 aria-hidden />
          Delete
        </MenuItem>
      </ActionsMenu>
      <Suspense>
        {open === 'rename' && renameDialog(close)}
        {open === 'delete' && deleteDialog(close)}
      </Suspense>
    </>
  );
}
