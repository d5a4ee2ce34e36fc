import type { EmbeddingModelV3, LanguageModelV3 } from '@ai-sdk/provider';
import type { ModelAccess } from '../../ports/models.ts';
import type { ModelWorld } from './model-world.ts';

/** The library waits for the first question: most installations start without a model. */
export async function languageModel(access: ModelAccess, { fetch }: ModelWorld): Promise<LanguageModelV3> {
  const settings = settingsOf(access, fetch);
  switch (access.provider) {
    case 'openai':
      return (await import('@ai-sdk/openai')).createOpenAI(settings).responses(access.model);
    case 'anthropic':
      return (await import('@ai-sdk/anthropic')).createAnthropic(settings).languageModel(access.model);
    case 'google':
      return (await import('@ai-sdk/google')).createGoogleGenerativeAI(settings).languageModel(access.model);
    case 'openai-compatible':
      return (await compatible(access, fetch)).chatModel(access.model);
  }
}

/** Null where the provider has no embeddings. */
export async function embeddingModel(access: ModelAccess, { fetch }: ModelWorld): Promise<EmbeddingModelV3 | null> {
  const settings = settingsOf(access, fetch);
  switch (access.provider) {
    case 'openai':
      return (await import('@ai-sdk/openai')).createOpenAI(settings).embeddingModel(access.model);
    case 'anthropic':
      return null;
    case 'google':
      return (await import('@ai-sdk/google')).createGoogleGenerativeAI(settings).embeddingModel(access.model);
    case 'openai-compatible':
      return (await compatible(access, fetch)).embeddingModel(access.model);
  }
}

/** A key that is absent is empty, or the library would take one from the environment. */
function settingsOf({ baseUrl, apiKey }: ModelAccess, fetch: ModelWorld['fetch']) {
  return { apiKey: apiKey ?? '', fetch, ...(baseUrl !== null && { baseURL: baseUrl }) };
}

async function compatible({ baseUrl, apiKey }: ModelAccess, fetch: ModelWorld['fetch']) {
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
  return createOpenAICompatible({
    name: 'model',
    baseURL: baseUrl ?? '',
    fetch,
    supportsStructuredOutputs: true,
    ...(apiKey !== null && { apiKey }),
  });
}
