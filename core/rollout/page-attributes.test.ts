import { describe, expect, test } from 'vitest';
import type { AttributeMap, Attributes } from './attributes.ts';
import { readPage, rememberedAttributes } from './page-attributes.ts';

describe('readPage', () => {
  const pages: [string, AttributeMap, AttributeMap][] = [
    [
      'takes path, host and campaign fields from the address',
      { url: 'https://example.com:8443/pricing/teams?utm_source=mail&utm_campaign=a%20b&q=1#top' },
      { host: 'example.com:8443', path: '/pricing/teams', utm_source: 'mail', utm_campaign: 'a b' },
    ],
    [
      'lets what the page names itself stand',
      { url: 'https://example.com/a?utm_source=mail', path: '/b', utm_source: 'ad' },
      { host: 'example.com', path: '/b', utm_source: 'ad' },
    ],
    [
      'reads names of campaign fields without regard to case, the first one counting',
      { url: 'https://example.com/?UTM_Source=one&utm_source=two' },
      { host: 'example.com', path: '/', utm_source: 'one' },
    ],
    [
      'makes an escaped path readable',
      { url: 'https://example.com/%C3%BCber-uns' },
      { host: 'example.com', path: '/über-uns' },
    ],
    [
      'leaves a path that cannot be unescaped',
      { url: 'https://example.com/%E0%A4' },
      { host: 'example.com', path: '/%E0%A4' },
    ],
    [
      'reads an address without a host',
      { url: '/pricing?utm_medium=email' },
      { path: '/pricing', utm_medium: 'email' },
    ],
    ['adds nothing for an address that cannot be read', { url: 'https://[' }, {}],
    ['adds nothing for an address that is no web page', { url: 'javascript:alert(1)' }, {}],
    ['adds nothing for an address that is no text', { url: 7 }, {}],
    ['adds nothing without an address', { title: 'Pricing' }, {}],
    [
      'ignores a campaign field that would name something else',
      { url: 'https://example.com/?utm_=x&utm___proto__=y&__proto__=z' },
      { host: 'example.com', path: '/', utm___proto__: 'y' },
    ],
  ];

  test.each(pages)('%s', (_, page, derived) => {
    expect(readPage(page)).toEqual({ ...page, ...derived });
  });
});

describe('rememberedAttributes', () => {
  test('keeps of a page only its campaign fields', () => {
    const page = readPage({
      url: 'https://example.com/?utm_source=mail&token=x',
      title: 'T',
      referrer: 'https://a.example',
    });
    expect(rememberedAttributes({ page })).toEqual({ page: { utm_source: 'mail' } });
  });

  test('keeps the other namespaces and leaves out empty ones and variables', () => {
    const attributes: Attributes = {
      contact: { plan: 'pro', tags: ['vip'], zip: '10115', seats: 5, trial: false, note: null },
      company: {},
      device: { type: 'mobile' },
      visitor: { language: 'de' },
      var: { budget: 5 },
    };
    const { contact, device, visitor } = attributes;
    expect(rememberedAttributes(attributes)).toEqual({ contact, device, visitor });
  });

  test.each(['ip', 'IP', 'ip_address', 'ipAddress', 'client_ip', 'clientIp', 'lastIpAddress', 'remote_addr'])(
    'drops an attribute named %s',
    (name) => {
      expect(rememberedAttributes({ visitor: { [name]: 'x' } })).toEqual({});
    },
  );

  test.each([
    '203.0.113.7',
    '203.0.113.7:443',
    ' 203.0.113.7 ',
    '2001:db8::1',
    '::1',
    '[2001:db8::1]:443',
    '::ffff:203.0.113.7',
    '2001:db8:0:1:2:3:4:5',
  ])('drops the value %s, alone or in a list or a campaign field', (address) => {
    expect(
      rememberedAttributes({
        visitor: { seen: address },
        contact: { seen: ['a', address] },
        page: { utm_term: address },
      }),
    ).toEqual({});
  });

  test.each(['membership', 'zip', 'internship', 'trip', 'description'])('keeps an attribute named %s', (name) => {
    expect(rememberedAttributes({ contact: { [name]: 'x' } })).toEqual({ contact: { [name]: 'x' } });
  });

  test.each(['12:30:45', '10115', 'a:b', '1.2.3', 'cafe', 'https://example.com'])('keeps the value %s', (text) => {
    expect(rememberedAttributes({ contact: { text } })).toEqual({ contact: { text } });
  });
});
