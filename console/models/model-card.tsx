import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { modelEndpoints, type ShownModel } from '../../contract/models.ts';
import { useCan } from '../access/workspace-queries.ts';
import { api } from '../api/api.ts';
import { useAction } from '../api/use-action.ts';
import { useProblemForm } from '../api/use-problem-form.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { FieldError } from '../ui/field.tsx';
import { notifyDone } from '../ui/notify.ts';
import { ModelFields } from './model-fields.tsx';
import { modelsQuery } from './model-queries.ts';
import { inputOf, type ModelValues, valuesOf } from './model-values.ts';
import { withPlainFields } from './with-plain-fields.ts';

type ModelRole = 'first' | 'second' | 'embedding';

export interface ModelCardProps {
  readonly modelRole: ModelRole;
  readonly title: string;
  readonly description?: string;
  /** What it means to have none. */
  readonly none: string;
  readonly stored: ShownModel | null;
}

/** One of the models: what is set, changed and tried together. */
export function ModelCard({ modelRole: role, title, description, none, stored }: ModelCardProps) {
  const canChange = useCan('workspace:write');
  const queries = useQueryClient();
  const outcomeId = useId();
  const [outcome, setOutcome] = useState<{ ok: boolean; detail: string } | null>(null);
  /** Which of the two buttons sends the form. */
  const sending = useRef<'save' | 'test'>('save');
  const form = useProblemForm<ModelValues>({
    defaultValues: valuesOf(stored),
    send: (values) => withPlainFields<unknown>(() => (sending.current === 'test' ? test(values) : save(values))),
  });
  const removeKey = useAction({
    run: () =>
      api.call(modelEndpoints.changeModels, { body: { [role]: { ...inputOf(valuesOf(stored)), apiKey: null } } }),
    refresh: [modelsQuery.queryKey],
    onDone: () => notifyDone('The key was removed'),
    failure: 'The key was not removed',
  });

  async function test(values: ModelValues) {
    setOutcome(null);
    const model = inputOf(values);
    setOutcome(await api.call(modelEndpoints.testModel, { body: { role, ...(model && { model }) } }));
  }

  async function save(values: ModelValues) {
    setOutcome(null);
    const settings = await api.call(modelEndpoints.changeModels, { body: { [role]: inputOf(values) } });
    queries.setQueryData(modelsQuery.queryKey, settings);
    form.reset(valuesOf(settings[role]));
    notifyDone(`${title} saved`);
  }

  return (
    <Card title={title} description={description}>
      <form onSubmit={form.onSubmit} aria-label={title} className="grid gap-4">
        <ModelFields
          form={form}
          none={none}
          canChange={canChange}
          hasStoredKey={stored?.hasApiKey ?? false}
          isEmbedding={role === 'embedding'}
        />
        {form.problem && <FieldError>{form.problem}</FieldError>}
        {canChange && (
          <div className="flex flex-wrap gap-2">
            <Button
              type="submit"
              look="main"
              disabled={!form.formState.isDirty}
              isBusy={form.isBusy && sending.current === 'save'}
              onClick={() => {
                sending.current = 'save';
              }}
            >
              Save<span className="sr-only"> {title}</span>
            </Button>
            <Button
              type="submit"
              disabled={form.watch('provider') === ''}
              isBusy={form.isBusy && sending.current === 'test'}
              aria-describedby={outcomeId}
              onClick={() => {
                sending.current = 'test';
              }}
            >
              Test<span className="sr-only"> {title}</span>
            </Button>
            {stored?.hasApiKey && stored.provider === 'openai-compatible' && (
              <Button look="quiet" isBusy={removeKey.isPending} onClick={() => removeKey.mutate()}>
                Remove the key<span className="sr-only"> of the {title}</span>
              </Button>
            )}
          </div>
        )}
        <p id={outcomeId} role="status" className="flex items-start gap-2 break-words empty:hidden">
          {outcome && (
            <>
              <Badge tone={outcome.ok ? 'good' : 'bad'}>{outcome.ok ? 'Works' : 'Does not work'}</Badge>
              <span className="min-w-0">{outcome.detail}</span>
            </>
          )}
        </p>
      </form>
    </Card>
  );
}
