import { useInfiniteQuery } from '@tanstack/react-query';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { type ApiKeyReply, workspaceEndpoints } from '../../contract/workspace.ts';
import { api } from '../api/api.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmAction } from '../ui/confirm-action.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { notifyDone } from '../ui/notify.ts';
import { PagedTable } from '../ui/paged-table.tsx';
import { RowAction } from '../ui/row-action.tsx';
import { actionsColumn, type Column } from '../ui/table.tsx';
import { Ago } from '../ui/time.tsx';
import { CreateKeyDialog } from './create-key-dialog.tsx';
import { scopesInWords } from './scopes-in-words.ts';
import { apiKeysQuery, useCan } from './workspace-queries.ts';

/** Keys for programs that use the API. */
export function ApiKeysSettings() {
  const canChange = useCan('workspace:write');
  const keys = useInfiniteQuery(apiKeysQuery);
  const [isCreating, setCreating] = useState(false);
  const create = canChange && (
    <Button look="main" onClick={() => setCreating(true)}>
      <Plus aria-hidden />
      New key
    </Button>
  );
  return (
    <section aria-label="API keys">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <div>
          <h2 className="font-semibold">API keys</h2>
          <p className="text-soft">
            For programs, as <code className="font-mono text-[0.8125rem]">Authorization: Bearer …</code>
          </p>
        </div>
        {create}
      </div>
      <PagedTable
        label="API keys"
        query={keys}
        columns={canChange ? [...columns, revokeColumn] : columns}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={KeyRound} title="No keys">
            A key lets a program do what this console does, as far as its scopes allow.
          </EmptyState>
        }
      />
      {isCreating && <CreateKeyDialog onClose={() => setCreating(false)} />}
    </section>
  );
}

const columns: Column<ApiKeyReply>[] = [
  {
    id: 'name',
    head: 'Name',
    cell: ({ name, prefix }) => (
      <>
        <span className="block break-words font-medium">{name}</span>
        <code className="block font-mono text-faint text-xs">{prefix}…</code>
      </>
    ),
  },
  { id: 'scopes', head: 'May', className: 'text-soft', cell: ({ scopes }) => scopesInWords(scopes) },
  {
    id: 'used',
    head: 'Last used',
    hiddenBelow: 'sm',
    className: 'text-soft',
    cell: ({ lastUsedAt }) => (lastUsedAt ? <Ago at={lastUsedAt} /> : 'never'),
  },
];

const revokeColumn = actionsColumn<ApiKeyReply>(({ id, name }) => (
  <RowAction label="Revoke" name={name}>
    {(onClose) => (
      <ConfirmAction
        title={`Revoke ${name}?`}
        action="Revoke key"
        run={() => api.call(workspaceEndpoints.revokeApiKey, { params: { id } })}
        refresh={[['apiKeys']]}
        onClose={onClose}
        onDone={() => notifyDone(`${name} was revoked`)}
      >
        <p>Programs that use it are refused at once. A revoked key cannot be brought back.</p>
      </ConfirmAction>
    )}
  </RowAction>
));
