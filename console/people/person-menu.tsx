import { Download, Merge, Pencil, Trash2 } from 'lucide-react';
import { Suspense, useState } from 'react';
import { addressOf } from '../../contract/client.ts';
import { type PersonReply, peopleEndpoints } from '../../contract/people.ts';
import { useCan } from '../access/workspace-queries.ts';
import { lazyPart } from '../shell/lazy-part.ts';
import { ActionsMenu } from '../ui/actions-menu.tsx';
import { MenuItem, MenuSeparator } from '../ui/dropdown-menu.tsx';
import { personName } from './person-name.ts';

const EditPersonDialog = lazyPart(() => import('./edit-person-dialog.tsx'), 'EditPersonDialog');
const MergePersonDialog = lazyPart(() => import('./merge-person-dialog.tsx'), 'MergePersonDialog');
const ErasePersonDialog = lazyPart(() => import('./erase-person-dialog.tsx'), 'ErasePersonDialog');

/** What can be done with a person as a whole; a copy of what is kept may be had by whoever may read it. */
export function PersonMenu({ person }: { person: PersonReply }) {
  const canChange = useCan('people:write');
  const [open, setOpen] = useState<'none' | 'edit' | 'merge' | 'erase'>('none');
  const close = () => setOpen('none');
  return (
    <>
      <ActionsMenu name={personName(person)}>
        {canChange && (
          <>
            <MenuItem onSelect={() => setOpen('edit')}>
              <Pencil aria-hidden />
              Edit
            </MenuItem>
            <MenuItem onSelect={() => setOpen('merge')}>
              <Merge aria-hidden />
              Merge into another
            </MenuItem>
          </>
        )}
        <MenuItem asChild>
          <a href={addressOf(peopleEndpoints.exportPerson, { id: person.id })} download={`${person.id}.json`}>
            <Download aria-hidden />
            Export all data
          </a>
        </MenuItem>
        {canChange && (
          <>
            <MenuSeparator />
            <MenuItem isDanger onSelect={() => setOpen('erase')}>
              <Trash2 aria-hidden />
              Erase
            </MenuItem>
          </>
        )}
      </ActionsMenu>
      <Suspense>
        {open === 'edit' && <EditPersonDialog person={person} onClose={close} />}
        {open === 'merge' && <MergePersonDialog person={person} onClose={close} />}
        {open === 'erase' && <ErasePersonDialog person={person} onClose={close} />}
      </Suspense>
    </>
  );
}
