import { describe, expect, test } from 'vitest';
import { aiSdkBrain } from '../../../server/adapters/model-ai-sdk/ai-sdk-brain.ts';
import { answersJson, refuses, says } from '../../harness/fake-model-server.ts';
import { limits, type ModelWorld, modelWorld, patiently } from './model-world.ts';

describe('sorting', () => {
  const intents = [
    { id: 'refund', label: 'Refund', examples: ['money back'] },
    { id: 'other', label: 'Other', examples: [] },
  ];
  const sort = (it: ModelWorld) =>
    aiSdkBrain(it.access, { ...it, limits }).sort(
      { text: 'my money', language: 'en', intents },
      new AbortController().signal,
    );

  test.each([
    ['refund', { intent: 'refund' }],
    [null, { intent: null }],
  ])('names the intent: %s', async (expected, said) => {
    const it = await modelWorld();
    it.server.next(answersJson(said));
    expect(await sort(it)).toBe(expected);
    const [request] = it.server.requests;
    expect(request?.body.response_format.type).toBe('json_schema');
    expect(JSON.stringify(request?.body.messages)).toContain('money back');
  });

  test.each([
    ['no JSON', says('Refund, I would say.')],
    ['an intent that does not exist', answersJson({ intent: 'refunds' })],
    ['another shape', answersJson(['refund'])],
    ['a refused key', refuses(401)],
  ])('fails with %s', async (_, reply) => {
    const it = await modelWorld();
    it.server.always(reply);
    await expect(patiently(it, sort(it))).rejects.toMatchObject({ name: 'ModelFailure' });
  });

  test('is tried again after trouble', async () => {
    const it = await modelWorld();
    it.server.next(refuses(500), answersJson({ intent: 'other' }));
    expect(await patiently(it, sort(it))).toBe('other');
  });
});
