import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { areas, type Scope } from '../../contract/scopes.ts';
import { workspaceEndpoints } from '../../contract/workspace.ts';
import { api } from '../api/api.ts';
import { useProblemForm } from '../api/use-problem-form.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { FormActions } from '../ui/form-actions.tsx';
import { Input } from '../ui/input.tsx';
import { Select } from '../ui/select.tsx';
import { ShownOnce } from '../ui/shown-once.tsx';

type Access = 'none' | 'read' | 'write';
interface NewKey {
  name: string;
  access: Record<(typeof areas)[number], Access>;
}

const areaWords = {
  flows: 'Flows',
  twins: 'Twins',
  deployments: 'Deployments',
  sessions: 'Sessions',
  people: 'People',
  workspace: 'Workspace',
} as const;
const accessOptions = [
  { value: 'none', label: 'Nothing' },
  { value: 'read', label: 'Read' },
  { value: 'write', label: 'Read and change' },
];

/** Makes a key and shows it this once. */
export function CreateKeyDialog({ onClose }: { onClose: () => void }) {
  const [key, setKey] = useState<string | null>(null);
  const queries = useQueryClient();
  const form = useProblemForm<NewKey>({
    defaultValues: {
      name: '',
      access: { flows: 'read', deployments: 'read', sessions: 'read', people: 'read', workspace: 'none' },
    },
    async send({ name, access }) {
      const made = await api.call(workspaceEndpoints.createApiKey, { body: { name, scopes: scopesFor(access) } });
      setKey(made.key);
      await queries.invalidateQueries({ queryKey: ['apiKeys'] });
    },
  });
  if (key !== null) {
    return (
      <Dialog isOpen onClose={onClose} title="Keep this key">
        <ShownOnce label="The key" text={key}>
          It is shown only now. Whoever has it can do what its scopes allow.
        </ShownOnce>
        <DialogActions>
          <Button look="main" onClick={onClose}>
            I have kept it
          </Button>
        </DialogActions>
      </Dialog>
    );
  }
  return (
    <Dialog isOpen onClose={onClose} title="New API key">
      <form onSubmit={form.onSubmit} className="grid gap-4">
        <Field label="Name" hint="What uses it, such as “CRM sync”." error={form.errorOf('name')}>
          <Input required maxLength={200} autoComplete="off" {...form.register('name')} />
        </Field>
        <fieldset className="grid gap-2">
          <legend className="mb-1.5 font-medium text-[0.8125rem]">What it may do</legend>
          {areas.map((area) => (
            <div key={area} className="grid grid-cols-[1fr_11rem] items-center gap-3">
              <span className="text-soft">{areaWords[area]}</span>
              <Select aria-label={areaWords[area]} options={accessOptions} {...form.register(`access.${area}`)} />
            </div>
          ))}
        </fieldset>
        <FormActions form={form} action="Create key" onClose={onClose} />
      </form>
    </Dialog>
  );
}

function scopesFor(access: NewKey['access']): Scope[] {
  return areas.flatMap((area): Scope[] => (access[area] === 'none' ? [] : [`${area}:${access[area]}`]));
}
