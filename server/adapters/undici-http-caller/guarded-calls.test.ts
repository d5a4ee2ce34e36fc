import { expect, test } from 'vitest';
import type { Resolve } from './guarded-connector.ts';
import { callerWith, failureOf, get, loopback, serve } from './testing/local-calls.ts';

test.each([
  'http://127.0.0.1',
  'http://127.1',
  'http://2130706433',
  'http://0x7f000001',
  'http://0x7f.0.0.1',
  'http://017700000001',
  'http://0177.0.0.01',
  'http://127.0.0.1.',
  'http://①②⑦.⓪.⓪.①',
  'http://127。0。0。1',
  'http://%31%32%37.0.0.1',
  'http:127.0.0.1',
  'http:\\\\127.0.0.1\\',
  'http://0',
  'http://0.0.0.0',
  'http://[::]',
  'http://[::1]',
  'http://[0:0:0:0:0:0:0:1]',
  'http://[::127.0.0.1]',
  'http://[::ffff:127.0.0.1]',
  'http://[::ffff:7f00:1]',
  'http://[0:0:0:0:0:ffff:7f00:0001]',
  'http://[::ffff:0:127.0.0.1]',
  'http://[64:ff9b::127.0.0.1]',
  'http://[64:ff9b:1::127.0.0.1]',
  'http://[2002:7f00:1::]',
  'http://[2001:0:7f00:1::]',
  'http://[fe80::1]',
  'http://[fc00::1]',
  'http://[fd00:ec2::254]',
  'http://[ff02::1]',
  'http://169.254.169.254/latest/meta-data/',
  'http://2852039166',
  'http://0xA9FEA9FE',
  'http://100.100.100.200',
  'http://168.63.129.16',
  'http://192.168.0.1',
  'http://172.16.0.1',
  'http://10.0.0.1',
  'http://224.0.0.1',
  'http://255.255.255.255',
  'http://localhost',
  'http://LOCALHOST',
  'http://localhost.',
  'https://localhost',
  'ftp://example.com',
  'file:///etc/passwd',
  'data:text/plain,hello',
  'javascript:alert(1)',
  'http://user@example.com',
  'http://:secret@example.com',
  'http://[fe80::1%25eth0]',
  '//example.com',
  '/etc/passwd',
  '',
])('refuses %j', async (url) => {
  const failure = await failureOf(callerWith({ resolve: loopback }).call(get(url)));
  expect(failure.retryable).toBe(false);
  expect(failure.message).toMatch(/address/);
});

test.each([
  ['a private address', ['10.1.2.3']],
  ['a private address beside a public one', ['93.184.216.34', '10.1.2.3']],
  ['an IPv4-mapped address', ['::ffff:10.1.2.3']],
  ['the metadata address', ['169.254.169.254']],
])('refuses a name that leads to %s', async (_, addresses) => {
  const resolve: Resolve = async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  const failure = await failureOf(callerWith({ resolve }).call(get('http://innocent.test')));
  expect(failure.message).toContain('innocent.test leads to');
  expect(failure.retryable).toBe(false);
});

test('a name is resolved once for a connection: what was checked is what is connected to', async () => {
  const server = await serve((_, response) => response.end());
  let asked = 0;
  const resolve: Resolve = async () => {
    asked += 1;
    return [{ address: '127.0.0.1', family: 4 }];
  };
  await callerWith({ allow: ['inside.test'], resolve }).call(get(`http://inside.test:${server.port}`));
  expect(asked).toBe(1);
  expect(server.received).toHaveLength(1);
});

test('a redirect to a name is checked as the first address is', async () => {
  const server = await serve((_, response) =>
    response.writeHead(302, { location: `http://rebind.test:${server.port}` }).end(),
  );
  const caller = callerWith({ allow: ['inside.test'], resolve: loopback });
  const failure = await failureOf(caller.call(get(`http://inside.test:${server.port}`)));
  expect(failure.message).toBe(
    'rebind.test leads to 127.0.0.1, which is a loopback address; only public addresses can be called.',
  );
  expect(server.received).toHaveLength(1);
});

test.each(['inside.test', 'INSIDE.test', 'inside.test.', '127.0.0.1'])(
  'an allowed %s is let through on any port',
  async (host) => {
    const server = await serve((_, response) => response.end('ok'));
    const caller = callerWith({ allow: [host], resolve: loopback });
    const url = `http://${host === '127.0.0.1' ? host : 'inside.test'}:${server.port}`;
    expect(await caller.call(get(url))).toEqual({ status: 200, body: 'ok' });
  },
);

test('an allowed host and port leaves other ports guarded', async () => {
  const failure = await failureOf(callerWith({ allow: ['127.0.0.1:9'] }).call(get('http://127.0.0.1:10')));
  expect(failure.message).toContain('loopback');
});

test.each(['[::1]:81', '[::1]'])('an allowed %s is understood', async (allowed) => {
  const failure = await failureOf(callerWith({ allow: [allowed] }).call(get('http://[::1]:81')));
  expect(failure.message).not.toContain('only public');
});
