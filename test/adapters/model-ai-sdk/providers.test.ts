import { describe, expect, test } from 'vitest';
import { streamsEvents } from '../../harness/fake-model-server.ts';
import { ask, everything, modelWorld, patiently, secret } from './model-world.ts';

describe('every provider', () => {
  const usage = { input_tokens: 1, output_tokens: 1 };
  const item = { type: 'message', id: 'msg_1', role: 'assistant' };
  test.each([
    [
      'openai',
      '/v1/responses',
      { authorization: `Bearer ${secret}` },
      streamsEvents(
        { type: 'response.created', response: { id: 'r', created_at: 1, model: 'fake' } },
        { type: 'response.output_item.added', output_index: 0, item },
        { type: 'response.output_text.delta', item_id: 'msg_1', delta: '14 days [2].' },
        { type: 'response.output_item.done', output_index: 0, item },
        { type: 'response.completed', response: { usage } },
      ),
    ],
    [
      'anthropic',
      '/v1/messages',
      { 'x-api-key': secret },
      streamsEvents(
        { type: 'message_start', message: { id: 'm', model: 'fake', usage, content: [], role: 'assistant' } },
        { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
        { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: '14 days [2].' } },
        { type: 'content_block_stop', index: 0 },
        { type: 'message_delta', delta: { stop_reason: 'end_turn', stop_sequence: null }, usage },
        { type: 'message_stop' },
      ),
    ],
    [
      'google',
      '/v1/models/fake:streamGenerateContent?alt=sse',
      { 'x-goog-api-key': secret },
      streamsEvents({
        candidates: [{ content: { role: 'model', parts: [{ text: '14 days [2].' }] }, finishReason: 'STOP' }],
      }),
    ],
  ] as const)('%s is asked in its own way', async (provider, path, headers, reply) => {
    const it = await modelWorld();
    const access = { ...it.access, provider };
    it.server.next(reply);
    const { text, cited } = await ask({ ...it, access }, everything).answer;
    expect(text).toBe('14 days [1].');
    expect(cited.map(({ number }) => number)).toEqual([2]);
    const [request] = it.server.requests;
    expect(request?.path).toBe(path);
    expect(request?.headers).toMatchObject(headers);
    expect(JSON.stringify(request?.body)).toContain('showAction');
  });

  test.each([
    [
      'openai',
      [
        { type: 'response.output_item.added', output_index: 0, item },
        { type: 'response.output_text.delta', item_id: 'msg_1', delta: 'It ' },
      ],
    ],
    [
      'anthropic',
      [
        { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
        { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'It ' } },
      ],
    ],
    ['google', [{ candidates: [{ content: { role: 'model', parts: [{ text: 'It ' }] } }] }]],
  ] as const)('%s that cuts its stream is asked again', async (provider, begun) => {
    const it = await modelWorld();
    it.server.always(streamsEvents(...begun));
    const access = { ...it.access, provider };
    await expect(patiently(it, ask({ ...it, access }).answer)).rejects.toMatchObject({
      message: expect.stringContaining('broke off'),
    });
    expect(it.server.requests).toHaveLength(3);
  });
});
