import { Ellipsis, Pencil, RefreshCw, Trash2 } from 'lucide-react';
import { Suspense, useState } from 'react';
import { type SourceSummary, sourceEndpoints } from '../../contract/sources.ts';
import { api } from '../api/api.ts';
import { useAction } from '../api/use-action.ts';
import { lazyPart } from '../shell/lazy-part.ts';
import { Button } from '../ui/button.tsx';
import { DropdownMenu, MenuItem, MenuSeparator } from '../ui/dropdown-menu.tsx';
import { changedWith } from './source-queries.ts';

const SourceDetailsDialog = lazyPart(() => import('./source-details-dialog.tsx'), 'SourceDetailsDialog');
const DeleteSourceDialog = lazyPart(() => import('./delete-source-dialog.tsx'), 'DeleteSourceDialog');
const RereadDialog = lazyPart(() => import('./reread-dialog.tsx'), 'RereadDialog');

export interface SourceMenuProps {
  source: SourceSummary;
  onDeleted?: () => void;
}

/** What can be done with a source as a whole. */
export function SourceMenu({ source, onDeleted }: SourceMenuProps) {
  const [open, setOpen] = useState<'none' | 'details' | 'reread' | 'delete'>('none');
  const close = () => setOpen('none');
  const retry = useAction({
    run: () => api.call(sourceEndpoints.rereadSource, { params: { id: source.id } }),
    refresh: changedWith(source.id),
    failure: 'It is not read again',
  });
  const button = (
    <Button look="quiet" size="icon" aria-label={`Actions for ${source.name}`} className="relative">
      <Ellipsis aria-hidden />
    </Button>
  );
  return (
    <>
      <DropdownMenu button={button}>
        <MenuItem onSelect={() => setOpen('details')}>
          <Pencil aria-hidden />
          {source.kind === 'url' ? 'Rename, change the hint' : 'Rename'}
        </MenuItem>
        {source.kind !== 'note' && (
          <MenuItem onSelect={() => (source.revision === null ? retry.mutate() : setOpen('reread'))}>
            <RefreshCw aria-hidden />
            Read again
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuItem isDanger onSelect={() => setOpen('delete')}>
          <Trash2 aria-hidden />
          Delete
        </MenuItem>
      </DropdownMenu>
      <Suspense>
        {open === 'details' && <SourceDetailsDialog source={source} onClose={close} />}
        {open === 'reread' && <RereadDialog source={source} onClose={close} />}
        {open === 'delete' && <DeleteSourceDialog source={source} onClose={close} onDeleted={onDeleted} />}
      </Suspense>
    </>
  );
}
