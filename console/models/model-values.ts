import type { ModelInput, ShownModel } from '../../contract/models.ts';
import type { ModelProvider } from '../../core/twin/model-provider.ts';

/** A model as a form has it: no provider for no model, an empty key for the stored one or none. */
export interface ModelValues {
  readonly provider: ModelProvider | '';
  readonly model: string;
  readonly baseUrl: string;
  readonly apiKey: string;
}

export function valuesOf(model: ShownModel | null): ModelValues {
  return { provider: model?.provider ?? '', model: model?.model ?? '', baseUrl: model?.baseUrl ?? '', apiKey: '' };
}

/** What is sent of a form; null for no model. */
export function inputOf({ provider, model, baseUrl, apiKey }: ModelValues): ModelInput | null {
  if (provider === '') return null;
  return {
    provider,
    model: model.trim(),
    ...(baseUrl.trim() !== '' && { baseUrl: baseUrl.trim() }),
    ...(apiKey.trim() !== '' && { apiKey: apiKey.trim() }),
  };
}
