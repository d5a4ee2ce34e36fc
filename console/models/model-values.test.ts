import { expect, test } from 'vitest';
import { inputOf, valuesOf } from './model-values.ts';

test('no model is a form without a provider, and back', () => {
  expect(inputOf(valuesOf(null))).toBeNull();
});

test('a stored model keeps its key unless a new one is typed', () => {
  const values = valuesOf({ provider: 'openai', model: 'gpt', baseUrl: null, hasApiKey: true });
  expect(inputOf(values)).toEqual({ provider: 'openai', model: 'gpt' });
  expect(inputOf({ ...values, apiKey: ' sk-1 ', baseUrl: ' https://proxy.example.com ' })).toEqual({
    provider: 'openai',
    model: 'gpt',
    apiKey: 'sk-1',
    baseUrl: 'https://proxy.example.com',
  });
});
