import { RefreshCw } from 'lucide-react';
import { Suspense, useState } from 'react';
import { type SourceSummary, sourceEndpoints } from '../../contract/sources.ts';
import { api } from '../api/api.ts';
import { useAction } from '../api/use-action.ts';
import { lazyPart } from '../shell/lazy-part.ts';
import { RenameDeleteMenu } from '../ui/actions-menu.tsx';
import { MenuItem } from '../ui/dropdown-menu.tsx';
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
  const [isAskingToReread, setAskingToReread] = useState(false);
  const retry = useAction({
    run: () => api.call(sourceEndpoints.rereadSource, { params: { id: source.id } }),
    refresh: changedWith(source.id),
    failure: 'It is not read again',
  });
  return (
    <>
      <RenameDeleteMenu
        name={source.name}
        renameLabel={source.kind === 'url' ? 'Rename, change the hint' : 'Rename'}
        renameDialog={(onClose) => <SourceDetailsDialog source={source} onClose={onClose} />}
        deleteDialog={(onClose) => <DeleteSourceDialog source={source} onClose={onClose} onDeleted={onDeleted} />}
      >
        {source.kind !== 'note' && (
          <MenuItem onSelect={() => (source.revision === null ? retry.mutate() : setAskingToReread(true))}>
            <RefreshCw aria-hidden />
            Read again
          </MenuItem>
        )}
      </RenameDeleteMenu>
      <Suspense>
        {isAskingToReread && <RereadDialog source={source} onClose={() => setAskingToReread(false)} />}
      </Suspense>
    </>
  );
}
