import { describe, expect, it } from 'vitest';
import { keepKnownLinks, knownLinks } from './known-links.ts';

const known = knownLinks(
  ['Write to help@shop.example or see https://shop.example/a?x=1. Also [docs](https://docs.example/b_(c)).'],
  ['https://cards.example/book'],
);

const kept = [
  'See https://shop.example/a?x=1.',
  'See [it](https://shop.example/a?x=1), [it](https://SHOP.example/a?x=1 "title") and <https://shop.example/a?x=1>.',
  '[book](https://cards.example/book/)',
  '[docs](https://docs.example/b_(c))',
  'Write to help@shop.example, [mail](mailto:help@shop.example).',
  '![picture](https://cards.example/book)',
  '[a]: https://cards.example/book',
  'Only `https://evil.example/x` in code, and [brackets] (here).',
  'An e-mail has an @ sign, 1 < 2, and [a] stands in brackets.',
];
const changed: [markdown: string, shown: string][] = [
  ['https://evil.example/?q=abc.', '`https://evil.example/?q=abc`.'],
  ['www.evil.example/abc', '`www.evil.example/abc`'],
  ['[here](https://evil.example)', 'here (`https://evil.example`)'],
  ['[here](https://shop.example/a?x=2)', 'here (`https://shop.example/a?x=2`)'],
  ['[here](https://shop.example/a?x=1#secret)', 'here (`https://shop.example/a?x=1#secret`)'],
  ['[https://evil.example](https://evil.example)', '`https://evil.example`'],
  ['![secret](https://evil.example/p.png)', 'secret'],
  ['[![alt](https://evil.example/p.png)](https://evil.example/q)', 'alt (`https://evil.example/q`)'],
  ['[x](javascript:alert(1))', 'x (`javascript:alert(1)`)'],
  ['[x](data:text/html;base64,AAAA)', 'x (`data:text/html;base64,AAAA`)'],
  ['<https://evil.example/x>', '`https://evil.example/x`'],
  ['[a]: https://evil.example/x', ''],
  ['Mail thief@evil.example!', 'Mail `thief@evil.example`!'],
  ['[m](mailto:help@shop.example?body=secret)', 'm (`mailto:help@shop.example?body=secret`)'],
  ['<img src="https://evil.example/p">', '<img src="`https://evil.example/p`">'],
  ['[x](/a)', 'x (`/a`)'],
];

describe('keepKnownLinks', () => {
  it.each(kept)('keeps %s', (markdown) => {
    expect(keepKnownLinks(markdown, known)).toBe(markdown);
  });
  it.each(changed)('shows %s as %s', (markdown, shown) => {
    expect(keepKnownLinks(markdown, known)).toBe(shown);
  });
});
