import type { ProblemForm } from '../api/use-problem-form.ts';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { Select } from '../ui/select.tsx';
import type { ModelValues } from './model-values.ts';
import { modelExamples, providerNames } from './provider-words.ts';

export interface ModelFieldsProps {
  readonly form: ProblemForm<ModelValues>;
  readonly none: string;
  readonly canChange: boolean;
  readonly hasStoredKey: boolean;
  readonly isEmbedding: boolean;
}

/** Without a provider there is nothing else to say. */
export function ModelFields({ form, none, canChange, hasStoredKey, isEmbedding }: ModelFieldsProps) {
  const provider = form.watch('provider');
  const isCompatible = provider === 'openai-compatible';
  const providers = Object.entries(providerNames).filter(([value]) => !(isEmbedding && value === 'anthropic'));
  const text = { disabled: !canChange, autoComplete: 'off', spellCheck: false } as const;
  return (
    <>
      <Field label="Provider" error={form.errorOf('provider')}>
        <Select
          disabled={!canChange}
          options={[{ value: '', label: none }, ...providers.map(([value, label]) => ({ value, label }))]}
          {...form.register('provider')}
        />
      </Field>
      {provider !== '' && (
        <>
          <Field
            label="Model"
            hint={`As the provider writes it, such as ${modelExamples[provider][isEmbedding ? 'embeds' : 'answers']}.`}
            error={form.errorOf('model')}
          >
            <Input required maxLength={500} {...text} {...form.register('model')} />
          </Field>
          <Field
            label="Address"
            isOptional={!isCompatible}
            hint={
              isCompatible
                ? 'Where the server answers, such as https://models.example.com/v1.'
                : 'Only where you reach the provider through another one.'
            }
            error={form.errorOf('baseUrl')}
          >
            <Input type="url" required={isCompatible} {...text} {...form.register('baseUrl')} />
          </Field>
          <Field
            label="API key"
            isOptional={isCompatible || hasStoredKey}
            hint={hasStoredKey ? 'A key is stored. Leave this empty to keep it.' : undefined}
            error={form.errorOf('apiKey')}
          >
            <Input type="password" maxLength={500} {...text} autoComplete="new-password" {...form.register('apiKey')} />
          </Field>
        </>
      )}
    </>
  );
}
