import type { ModelProvider } from '../../core/twin/model-provider.ts';

export const providerNames: Readonly<Record<ModelProvider, string>> = {
  openai: 'OpenAI',
  anthropic: 'Anthropic',
  google: 'Google',
  'openai-compatible': 'OpenAI-compatible server',
};

/** Names of models as their providers write them. */
export const modelExamples: Readonly<Record<ModelProvider, { readonly answers: string; readonly embeds: string }>> = {
  openai: { answers: 'gpt-5', embeds: 'text-embedding-3-small' },
  anthropic: { answers: 'claude-sonnet-4-5', embeds: '' },
  google: { answers: 'gemini-2.5-flash', embeds: 'gemini-embedding-001' },
  'openai-compatible': { answers: 'qwen3:8b', embeds: 'nomic-embed-text' },
};
