import { type SourceSummary, sourceEndpoints } from '../../contract/sources.ts';
import { api } from '../api/api.ts';
import { ConfirmAction } from '../ui/confirm-action.tsx';
import { changedWith } from './source-queries.ts';

/** Asks before a text that may have been edited is replaced. */
export function RereadDialog({ source: { id, kind }, onClose }: { source: SourceSummary; onClose: () => void }) {
  return (
    <ConfirmAction
      title="Read this source again?"
      action="Read again"
      run={() => api.call(sourceEndpoints.rereadSource, { params: { id } })}
      refresh={changedWith(id)}
      onClose={onClose}
    >
      <p>
        {kind === 'url' ? 'The web page is fetched anew' : 'The file is read anew'}, and replaces the text. Edits made
        here are lost. Until it is read, the text stays in use.
      </p>
    </ConfirmAction>
  );
}
