import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inline } from './parse-inline.ts';
import { type Block, parseMarkdown } from './parse-markdown.ts';

const paragraph = (...content: Inline[]): Block => ({ kind: 'paragraph', content });
const text = (value: string): Inline => ({ kind: 'text', text: value });
const link = (href: string, label: string): Inline => ({ kind: 'link', href, content: [text(label)] });

describe('parseMarkdown', () => {
  it.each<[string, Block[]]>([
    ['plain words', [paragraph(text('plain words'))]],
    ['one\ntwo', [paragraph(text('one'), { kind: 'break' }, text('two'))]],
    ['one\n\ntwo', [paragraph(text('one')), paragraph(text('two'))]],
    ['**bold** and *soft*', [paragraph(...strongAndSoft())]],
    ['__init__ and snake_case_name', [paragraph(text('__init__ and snake_case_name'))]],
    ['2 * 3 * 4 = 24', [paragraph(text('2 * 3 * 4 = 24'))]],
    ['\\*not soft\\* \\[x\\]\\(y\\)', [paragraph(text('*not soft* [x](y)'))]],
    ['`a * b`', [paragraph({ kind: 'code', text: 'a * b' })]],
    ['## Title', [{ kind: 'heading', content: [text('Title')] }]],
    ['---', [{ kind: 'rule' }]],
    ['> wise', [{ kind: 'quote', blocks: [paragraph(text('wise'))] }]],
    ['```js\n**code**\n```', [{ kind: 'code', text: '**code**' }]],
    ['```one line```', [paragraph(text('``'), { kind: 'code', text: 'one line' }, text('``'))]],
    ['```\nunfinished', [{ kind: 'code', text: 'unfinished' }]],
    ['<b onclick="x()">hi</b>', [paragraph(text('<b onclick="x()">hi</b>'))]],
  ])('reads %j', (source, blocks) => expect(parseMarkdown(source)).toEqual(blocks));

  it('reads lists, ordered ones from their number, and nested ones', () => {
    expect(parseMarkdown('Pick:\n- one\n  - inner\n- two')).toEqual([
      paragraph(text('Pick:')),
      {
        kind: 'list',
        start: null,
        items: [
          [paragraph(text('one')), { kind: 'list', start: null, items: [[paragraph(text('inner'))]] }],
          [paragraph(text('two'))],
        ],
      },
    ]);
    expect(parseMarkdown('3. three\n4. four')).toEqual([
      { kind: 'list', start: 3, items: [[paragraph(text('three'))], [paragraph(text('four'))]] },
    ]);
  });

  it.each<[string, Inline[]]>([
    ['[plans](https://example.com/plans)', [link('https://example.com/plans', 'plans')]],
    ['<mailto:a@example.com>', [link('mailto:a@example.com', 'mailto:a@example.com')]],
    [
      'see https://example.com/a_b.',
      [text('see '), link('https://example.com/a_b', 'https://example.com/a_b'), text('.')],
    ],
    ['[call](tel:+4930123)', [link('tel:+4930123', 'call')]],
    ['[x](javascript:alert(1))', [text('[x](javascript:alert(1))')]],
    ['[x](JaVaScRiPt:alert%281%29)', [text('[x](JaVaScRiPt:alert%281%29)')]],
    ['[x](data:text/html,hi)', [text('[x](data:text/html,hi)')]],
    ['<vbscript:x>', [text('<vbscript:x>')]],
    ['[x](/relative)', [text('[x](/relative)')]],
  ])('links only where a visitor may be sent: %j', (source, content) => {
    expect(parseMarkdown(source)).toEqual([paragraph(...content)]);
  });

  it('never makes a link of another scheme and never loses a word', () => {
    const pieces = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '*',
      '**',
      '_',
      '~~',
      '`',
      '\\',
      '\n',
      '- ',
      '> ',
      'javascript:x',
      'data:x',
      'https://a.example',
      'word',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const blocks = parseMarkdown(parts.join(''));
        for (const href of hrefs(blocks)) expect(href).toMatch(/^(https?|mailto|tel):/);
        // What follows the opening of a code block on its line names the language and is not shown.
        const hasFence = /^ {0,3}(~~~|```)/m.test(parts.join(''));
        const count = (whole: string) => whole.split('word').length;
        expect(count(JSON.stringify(blocks))).toBeGreaterThanOrEqual(hasFence ? 1 : count(parts.join('')));
      }),
    );
  });

  it('reads the longest message allowed, however hostile, in one go', () => {
    for (const piece of ['*a ', '[', '`', '> ', '- ', '_a', '**', '~~a', '[a](', '\\', '<a:']) {
      expect(parseMarkdown(piece.repeat(16_000 / piece.length))).not.toHaveLength(0);
    }
  }, 20_000);
});

function strongAndSoft(): Inline[] {
  return [{ kind: 'strong', content: [text('bold')] }, text(' and '), { kind: 'emphasis', content: [text('soft')] }];
}

function hrefs(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(hrefs);
  if (typeof node !== 'object' || node === null) return [];
  const own = 'href' in node ? [String(node.href)] : [];
  return [...own, ...Object.values(node).flatMap(hrefs)];
}
