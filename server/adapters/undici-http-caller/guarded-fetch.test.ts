import { expect, onTestFinished, test } from 'vitest';
import { type GuardedFetch, guardedFetch } from './guarded-fetch.ts';
import { serve } from './testing/local-calls.ts';

function guarded(options: Partial<Parameters<typeof guardedFetch>[0]>): GuardedFetch['fetch'] {
  const made = guardedFetch({ allow: [], replyBytes: 1000, ...options });
  onTestFinished(made.close);
  return made.fetch;
}

const causeOf = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: Error) => String(error.cause ?? error),
  );

test('an address that is allowed is called', async () => {
  const { host, url } = await serve((_, response) => response.end('hello'));
  expect(await (await guarded({ allow: [host] })(url)).text()).toBe('hello');
});

test.each(['http://127.0.0.1:PORT', 'http://[::1]:PORT', 'http://169.254.169.254', 'http://0x7f.1:PORT'])(
  '%s is not called',
  async (address) => {
    const { port, received } = await serve((_, response) => response.end());
    const cause = await causeOf(guarded({})(address.replace('PORT', String(port))));
    expect(cause).toContain('only public addresses can be called');
    expect(received.map(({ path }) => path)).toEqual([]);
  },
);

test('a name that leads to a private address is not called', async () => {
  const fetch = guarded({ resolve: async () => [{ address: '10.0.0.1', family: 4 }] });
  expect(await causeOf(fetch('http://models.example.com/v1'))).toContain('only public addresses can be called');
});

test('a redirect is not followed, wherever it leads', async () => {
  const { host, url, received } = await serve((_, response) => response.writeHead(307, { location: '/other' }).end());
  expect(await causeOf(guarded({ allow: [host] })(url, { headers: { 'x-api-key': 'k' } }))).toContain('redirect');
  expect(received.map(({ path }) => path)).toEqual(['/']);
});

test('a reply above the limit is broken off', async () => {
  const { host, url } = await serve((_, response) => response.end('x'.repeat(5000)));
  const response = await guarded({ allow: [host] })(url);
  expect(await causeOf(response.text())).not.toBeNull();
});
