import { describe, expect, test } from 'vitest';
import { aiSdkEmbedder } from '../../../server/adapters/model-ai-sdk/ai-sdk-embedder.ts';
import { embeds, refuses, sends } from '../../harness/fake-model-server.ts';
import { limits, type ModelWorld, modelWorld, patiently } from './model-world.ts';

describe('embedding', () => {
  const embed = (it: ModelWorld, texts: readonly string[]) =>
    aiSdkEmbedder(it.access, { ...it, limits }).embed(texts, new AbortController().signal);

  test('gives one vector a text, in order, many texts in several calls', async () => {
    const it = await modelWorld();
    const texts = Array.from({ length: 100 }, (_, index) => 'a'.repeat(index));
    const vectors = await embed(it, texts);
    expect(vectors.map((vector) => vector[0])).toEqual(texts.map(({ length }) => length));
    expect(it.server.requests.map(({ body }) => body.input.length)).toEqual([64, 36]);
  });

  test('is tried again after trouble', async () => {
    const it = await modelWorld();
    it.server.next(refuses(429), embeds());
    expect(await patiently(it, embed(it, ['aa']))).toEqual([Float32Array.of(2, 0, 0, 0)]);
  });

  test.each([
    ['a vector too few', sends(JSON.stringify({ data: [{ embedding: [1, 2] }] }), 'application/json')],
    [
      'vectors of different length',
      sends(JSON.stringify({ data: [{ embedding: [1, 2] }, { embedding: [1] }] }), 'application/json'),
    ],
    ['garbage', sends('hello', 'application/json')],
  ])('fails with %s', async (_, reply) => {
    const it = await modelWorld();
    it.server.always(reply);
    await expect(embed(it, ['a', 'b'])).rejects.toMatchObject({ name: 'ModelFailure' });
  });

  test('a provider without embeddings says so', async () => {
    const it = await modelWorld();
    const access = { ...it.access, provider: 'anthropic' } as const;
    await expect(aiSdkEmbedder(access, it).embed(['a'], new AbortController().signal)).rejects.toMatchObject({
      message: expect.stringContaining('has no embeddings'),
    });
  });
});
