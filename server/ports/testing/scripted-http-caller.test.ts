import { expect, test } from 'vitest';
import { UpstreamError } from '../../errors.ts';
import type { OutgoingRequest } from '../http-caller.ts';
import { scriptedHttpCaller } from './scripted-http-caller.ts';

const request: OutgoingRequest = {
  method: 'GET',
  url: 'https://a.test',
  headers: {},
  timeoutMs: 1,
  idempotencyKey: 'e',
};

test('answers come in order, failures among them, and calls are noted', async () => {
  const busy = new UpstreamError('http', 'busy', true);
  const caller = scriptedHttpCaller({ status: 200, body: 1 }, busy);
  expect(await caller.call(request)).toEqual({ status: 200, body: 1 });
  await expect(caller.call(request)).rejects.toBe(busy);
  caller.answer(async ({ url }) => ({ status: 201, body: url }));
  expect(await caller.call(request)).toEqual({ status: 201, body: 'https://a.test' });
  await expect(caller.call(request)).rejects.toThrow('no answer for GET');
  expect(caller.calls).toHaveLength(4);
});
