import { expect, test } from 'vitest';
import { plainAddress, rankLinks } from './rank-links.ts';

const page = 'https://www.tea.test/shop';

test.each([
  ['refund policy', ['/policies', '/help/refunds']],
  ['refund helps', ['/help/refunds']],
  ['Preise', []],
  ['the of', []],
  ['', []],
  ['zoë', ['/people/zoe']],
])('%j leads to %j', (hint, paths) => {
  const links = [
    { url: 'https://tea.test/policies', text: 'Policies' },
    { url: 'https://tea.test/help/refunds#top', text: 'How refunds work' },
    { url: 'https://tea.test/people/zoe', text: 'About Zoë' },
    { url: 'https://tea.test/shop', text: 'Refund policy' },
    { url: 'https://elsewhere.test/refunds', text: 'Refunds' },
    { url: 'mailto:refunds@tea.test', text: 'Refunds' },
  ];
  expect(rankLinks(links, page, hint)).toEqual(paths.map((path) => `https://tea.test${path}`));
});

test.each([
  ['https://a.test/x/#part', 'https://a.test/x'],
  ['https://a.test/?utm_source=b&q=c', 'https://a.test/?q=c'],
  ['https://a.test', 'https://a.test/'],
  ['https://a.test/photo.JPG', null],
  ['ftp://a.test/', null],
  ['nothing', null],
])('%j is the page %j', (address, plain) => {
  expect(plainAddress(address)).toBe(plain);
});
