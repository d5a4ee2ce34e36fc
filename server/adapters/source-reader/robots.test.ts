import { expect, test } from 'vitest';
import { robotsAllow } from './robots.ts';

test.each([
  ['', '/', true],
  ['User-agent: *\nDisallow:', '/a', true],
  ['User-agent: *\nDisallow: /', '/a', false],
  ['user-agent: *\r\ndisallow: /a # not this', '/abc', false],
  ['User-agent: *\nDisallow: /a', '/b', true],
  ['User-agent: *\nDisallow: /a\nAllow: /a/open', '/a/open/x', true],
  ['User-agent: *\nAllow: /a\nDisallow: /a', '/a', true],
  ['User-agent: Other\nDisallow: /', '/a', true],
  ['User-agent: *\nDisallow: /\n\nUser-agent: parley\nAllow: /', '/a', true],
  ['User-agent: Other\nUser-agent: Parley\nDisallow: /a', '/a', false],
  ['User-agent: Parley\nDisallow: /a\nUser-agent: Other\nDisallow: /b', '/b', true],
  ['User-agent: *\nDisallow: /*.pdf$', '/a/b.pdf', false],
  ['User-agent: *\nDisallow: /*.pdf$', '/a/b.pdf?x', true],
  ['User-agent: *\nDisallow: /a*c*e', '/abcde', false],
  ['User-agent: *\nDisallow: /a*c*e', '/abecd', true],
  ['User-agent: *\nDisallow: /a$', '/a', false],
  ['User-agent: *\nDisallow: /a$', '/ab', true],
  ['nonsense\n:\nDisallow: /', '/a', true],
])('%j lets %j be read: %s', (robots, path, isAllowed) => {
  expect(robotsAllow(robots, 'Parley', path)).toBe(isAllowed);
});
