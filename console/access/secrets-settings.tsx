import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Lock, Plus } from 'lucide-react';
import { useState } from 'react';
import { workspaceEndpoints } from '../../contract/workspace.ts';
import { api } from '../api/api.ts';
import { useProblemForm } from '../api/use-problem-form.ts';
import { Button } from '../ui/button.tsx';
import { DeleteDialog } from '../ui/delete-dialog.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Field } from '../ui/field.tsx';
import { FormActions } from '../ui/form-actions.tsx';
import { Input } from '../ui/input.tsx';
import { notifyDone } from '../ui/notify.ts';
import { PagedTable } from '../ui/paged-table.tsx';
import { RowAction } from '../ui/row-action.tsx';
import { actionsColumn, type Column } from '../ui/table.tsx';
import { Ago } from '../ui/time.tsx';
import { secretsQuery, useCan } from './workspace-queries.ts';

type Secret = { readonly name: string; readonly updatedAt: string };

/** Secrets that HTTP nodes use and nobody can read back. */
export function SecretsSettings() {
  const canChange = useCan('workspace:write');
  const secrets = useInfiniteQuery(secretsQuery);
  /** The name of the secret being replaced; empty for a new one. */
  const [editing, setEditing] = useState<string | null>(null);
  const actions = actionsColumn<Secret>(({ name }) => (
    <span className="inline-flex gap-1">
      <Button look="quiet" size="small" onClick={() => setEditing(name)}>
        Replace<span className="sr-only"> {name}</span>
      </Button>
      <RowAction label="Delete" name={name}>
        {(onClose) => (
          <DeleteDialog
            kind="secret"
            name={name}
            run={() => api.call(workspaceEndpoints.deleteSecret, { params: { name } })}
            refresh={[['secrets']]}
            onClose={onClose}
          >
            <p>HTTP nodes that use it will fail from now on. Its value cannot be brought back.</p>
          </DeleteDialog>
        )}
      </RowAction>
    </span>
  ));
  return (
    <section aria-label="Secrets">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <div>
          <h2 className="font-semibold">Secrets</h2>
          <p className="text-soft">
            HTTP nodes use one as <code className="font-mono text-[0.8125rem]">{'{{secret.NAME}}'}</code>. It is stored
            encrypted and never shown or exported.
          </p>
        </div>
        {canChange && (
          <Button look="main" onClick={() => setEditing('')}>
            <Plus aria-hidden />
            New secret
          </Button>
        )}
      </div>
      <PagedTable
        label="Secrets"
        query={secrets}
        columns={canChange ? [...columns, actions] : columns}
        rowKey={({ name }) => name}
        empty={
          <EmptyState icon={Lock} title="No secrets">
            Keep tokens of other systems here instead of in a flow.
          </EmptyState>
        }
      />
      {editing !== null && <SecretDialog name={editing} onClose={() => setEditing(null)} />}
    </section>
  );
}

const columns: Column<Secret>[] = [
  {
    id: 'name',
    head: 'Name',
    cell: ({ name }) => <code className="break-all font-mono text-[0.8125rem]">{name}</code>,
  },
  { id: 'updated', head: 'Changed', className: 'text-soft', cell: ({ updatedAt }) => <Ago at={updatedAt} /> },
];

function SecretDialog({ name: replaced, onClose }: { name: string; onClose: () => void }) {
  const queries = useQueryClient();
  const form = useProblemForm({
    defaultValues: { name: replaced, value: '' },
    async send({ name, value }) {
      await api.call(workspaceEndpoints.saveSecret, { params: { name }, body: { value } });
      await queries.invalidateQueries({ queryKey: ['secrets'] });
      notifyDone(`${name} is stored`);
      onClose();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={replaced ? `Replace ${replaced}` : 'New secret'}>
      <form onSubmit={form.onSubmit} className="grid gap-4">
        <Field label="Name" hint="Capitals, digits and underscores, such as CRM_TOKEN." error={form.errorOf('name')}>
          <Input
            required
            readOnly={replaced !== ''}
            autoComplete="off"
            spellCheck={false}
            className="font-mono"
            {...form.register('name', { setValueAs: (text: string) => text.trim().toUpperCase() })}
          />
        </Field>
        <Field label="Value" error={form.errorOf('value')}>
          <Input type="password" required autoComplete="off" {...form.register('value')} />
        </Field>
        <FormActions form={form} action="Store secret" onClose={onClose} />
      </form>
    </Dialog>
  );
}
