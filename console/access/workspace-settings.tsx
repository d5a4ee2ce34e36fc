import { useQueryClient } from '@tanstack/react-query';
import { Controller } from 'react-hook-form';
import { workspaceEndpoints } from '../../contract/workspace.ts';
import { api } from '../api/api.ts';
import { useProblemForm } from '../api/use-problem-form.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field, FieldError } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { notifyDone } from '../ui/notify.ts';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import { useCan, useWorkspace, workspaceQuery } from './workspace-queries.ts';

export function WorkspaceSettings() {
  const { name, timeZone, sharesMemory } = useWorkspace();
  const canChange = useCan('workspace:write');
  const queries = useQueryClient();
  const form = useProblemForm({
    defaultValues: { name, timeZone, sharesMemory },
    async send(values) {
      await api.call(workspaceEndpoints.changeWorkspace, { body: values });
      await queries.invalidateQueries(workspaceQuery);
      form.reset(values);
      notifyDone('Workspace saved');
    },
  });
  return (
    <Card title="Workspace" className="max-w-xl">
      <form onSubmit={form.onSubmit} className="grid gap-4">
        <Field label="Name" error={form.errorOf('name')}>
          <Input required maxLength={200} disabled={!canChange} {...form.register('name')} />
        </Field>
        <Field label="Time zone" hint="Days on the dashboard begin at its midnight." error={form.errorOf('timeZone')}>
          <Select disabled={!canChange} options={timeZones(timeZone)} {...form.register('timeZone')} />
        </Field>
        <Controller
          control={form.control}
          name="sharesMemory"
          render={({ field: { value, onChange, ...field } }) => (
            <Field
              label="Twins share what they learn about people"
              hint="When off, each twin is told only what it noted about a person itself."
              error={form.errorOf('sharesMemory')}
            >
              <Switch disabled={!canChange} checked={value} onCheckedChange={onChange} {...field} />
            </Field>
          )}
        />
        {form.problem && <FieldError>{form.problem}</FieldError>}
        {canChange && (
          <Button
            type="submit"
            look="main"
            className="justify-self-start"
            disabled={!form.formState.isDirty}
            isBusy={form.isBusy}
          >
            Save
          </Button>
        )}
      </form>
    </Card>
  );
}

function timeZones(current: string) {
  const names = new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), current]);
  return [...names].map((name) => ({ value: name, label: name.replaceAll('_', ' ') }));
}
