import { describe, expect, test } from 'vitest';
import { breaksOff, neverAnswers, refuses, says, sends } from '../../harness/fake-model-server.ts';
import { ask, modelWorld, patiently, secret, untilTrue } from './model-world.ts';

describe('failures', () => {
  test.each([
    ['429', refuses(429)],
    ['500', refuses(500)],
    ['529', refuses(529)],
    ['a closed connection', breaksOff('closes')],
    ['an empty answer', says()],
  ])('%s is tried again, unheard', async (_, failure) => {
    const it = await modelWorld();
    it.server.next(failure, failure, says('At last.'));
    const talk = ask(it);
    expect((await patiently(it, talk.answer)).text).toBe('At last.');
    expect(it.server.requests).toHaveLength(3);
    expect(talk.restarts()).toBe(0);
  });

  test.each(['ends', 'closes'] as const)('a stream that %s in the middle is begun again', async (how) => {
    const it = await modelWorld();
    it.server.next(
      breaksOff(how, 'It takes ', { until: () => untilTrue(() => talk.heard() !== '') }),
      says('14 days.'),
    );
    const talk = ask(it);
    expect((await patiently(it, talk.answer)).text).toBe('14 days.');
    expect(talk.heard()).toBe('14 days.');
    expect(talk.restarts()).toBe(1);
  });

  test('the pause that the provider asks for is kept, up to a limit', async () => {
    const it = await modelWorld();
    it.server.next(refuses(429, { 'retry-after': '5' }), says('Now.'));
    const { answer } = ask(it);
    await untilTrue(() => it.server.requests.length === 1);
    const before = it.clock.now().getTime();
    await patiently(it, answer, 50);
    expect(it.clock.now().getTime() - before).toBeGreaterThanOrEqual(5000);

    it.server.next(refuses(429, { 'retry-after': '60' }));
    await expect(ask(it).answer).rejects.toMatchObject({ retryable: true });
    expect(it.server.requests).toHaveLength(3);
  });

  test('three failures are enough', async () => {
    const it = await modelWorld();
    it.server.always(refuses(503));
    await expect(patiently(it, ask(it).answer)).rejects.toMatchObject({
      name: 'ModelFailure',
      provider: 'openai-compatible',
      retryable: true,
      message: 'openai-compatible fake has trouble of its own (it answered 503).',
    });
    expect(it.server.requests).toHaveLength(3);
  });

  test.each([
    ['a refused key', refuses(401, {}, `Incorrect API key provided: ${secret}`), 'refused the API key'],
    ['an unknown model', refuses(404), 'was not found'],
    ['a refused question', refuses(400), 'did not accept the question'],
    ['garbage in a stream', sends('data: {not json\n\n'), 'cannot be read'],
    ['a page instead of a stream', sends('<html>hello</html>', 'text/html'), 'broke off'],
    ['an endless line', sends(Buffer.alloc(3_000_000, 'x')), 'more than can be taken'],
    ['an endless answer', says(...Array.from({ length: 30 }, () => 'word '.repeat(400))), 'more than 40000 characters'],
  ])('%s is told without secrets', async (_, reply, reason) => {
    const it = await modelWorld();
    it.server.always(reply);
    const failure = await patiently(it, ask(it).answer).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'ModelFailure', message: expect.stringContaining(reason) });
    expect(String(failure)).not.toContain(secret);
  });

  test.each([
    ['never begins', neverAnswers(), 20_000, 'did not begin to answer within 20 s'],
    ['falls silent', says('Well, ', { until: () => new Promise(() => {}) }), 15_000, 'fell silent for 15 s'],
  ])('a model that %s is given up', async (_, reply, ms, reason) => {
    const it = await modelWorld();
    it.server.next(reply);
    const talk = ask(it);
    await untilTrue(() => it.server.requests.length === 1 && (ms === 20_000 || talk.heard() !== ''));
    it.clock.advance(ms);
    await expect(talk.answer).rejects.toMatchObject({ retryable: true, message: expect.stringContaining(reason) });
    expect(it.server.requests).toHaveLength(1);
  });

  test('a model that never ends is given up', async () => {
    const it = await modelWorld();
    const { clock } = it;
    const slowly = Array.from({ length: 20 }, (_, index) => [
      'word ',
      {
        until: async () => {
          await untilTrue(() => talk.heard().split('word').length > index + 1);
          clock.advance(10_000);
        },
      },
    ]).flat();
    it.server.next(says(...slowly));
    const talk = ask(it);
    await expect(talk.answer).rejects.toMatchObject({ message: expect.stringContaining('did not finish within 90 s') });
  });

  test('a server that is away is told', async () => {
    const it = await modelWorld();
    await it.server.close();
    await expect(patiently(it, ask(it).answer)).rejects.toMatchObject({ message: expect.stringContaining('refused') });
  });

  test('a private address is not called', async () => {
    const it = await modelWorld();
    const access = { ...it.access, baseUrl: 'http://169.254.169.254/latest' };
    await expect(ask({ ...it, access }).answer).rejects.toMatchObject({
      retryable: false,
      message: expect.stringContaining('only public addresses can be called'),
    });
  });
});
