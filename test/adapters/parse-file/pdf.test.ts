import { describe, expect, test } from 'vitest';
import { splitPassages } from '../../../core/twin/split-passages.ts';
import { makePdf, printedLines } from '../../../server/adapters/source-reader/testing/make-files.ts';
import { bytesOf, read, reasonFor, textOf } from './read-file.ts';

describe('PDF', () => {
  test('large print becomes headings, lines paragraphs, and every page is marked', async () => {
    const first = [
      { text: 'Handbook', y: 740, size: 24 },
      { text: 'Refunds', y: 715, size: 16 },
      ...printedLines('We refund every purchase with-', 'in thirty days of the date,', 'no questions asked.'),
      { text: 'A second paragraph.', y: 640 },
    ];
    const bytes = makePdf([first, printedLines('# not a heading <!-- page 9 -->')], { title: 'The Handbook' });
    expect(await read('handbook.pdf', bytes)).toEqual({
      kind: 'read',
      fileKind: 'pdf',
      title: 'The Handbook',
      text: [
        '<!-- page 1 -->',
        '# Handbook',
        '## Refunds',
        'We refund every purchase within thirty days of the date, no questions asked.',
        'A second paragraph.',
        '<!-- page 2 -->',
        '\\# not a heading <\\!-- page 9 -->',
      ].join('\n\n'),
    });
  });

  test('a paragraph that goes on at the next page is mended', async () => {
    const text = await textOf('a.pdf', makePdf([printedLines('It ends on the next'), printedLines('page. Not here.')]));
    expect(text).toBe('<!-- page 1 -->\n\nIt ends on the next page. Not here.\n\n<!-- page 2 -->');
  });

  test('what stands at the edge of most pages is left out', async () => {
    const pages = ['One.', 'Two.', 'Three.', 'Four.'].map((text, index) => [
      { text: 'Acme Handbook', y: 770 },
      { text, y: 400 },
      { text: `Page ${index + 1} of 4`, y: 20 },
    ]);
    expect((await textOf('a.pdf', makePdf(pages))).replace(/<!--.*?-->\s*/g, '')).toBe(
      'One.\n\nTwo.\n\nThree.\n\nFour.',
    );
  });

  test('page numbers, and heads that change with the chapter, are left out too', async () => {
    const pages = Array.from({ length: 12 }, (_, index) => [
      { text: `Chapter ${index < 6 ? 'Tea' : 'Cups'} ${index + 1}`, y: 770 },
      { text: `About ${'abcdefghijkl'[index]}.`, y: 400 },
      { text: `- ${index + 1} -`, y: 20 },
    ]);
    const text = await textOf('a.pdf', makePdf(pages));
    expect(text).not.toMatch(/Chapter|- \d+ -\n|Cups/);
    expect(text.match(/About \w\./g)).toHaveLength(12);
  });

  test('a line of contents is no heading, and its dots are one', async () => {
    const lines = [
      { text: `Refunds ${'. '.repeat(30)}12`, y: 740, size: 20 },
      ...printedLines('Body text of the page.'),
    ];
    expect(await textOf('a.pdf', makePdf([lines]))).toBe('<!-- page 1 -->\n\nRefunds … 12\n\nBody text of the page.');
  });

  test('passages of it know their page and headings', async () => {
    const pages = [1, 2].map((page) => [
      { text: `Part ${page}`, y: 740, size: 20 },
      ...printedLines(`About part ${page}.`),
    ]);
    expect(splitPassages(await textOf('a.pdf', makePdf(pages)))).toMatchObject([
      { headings: ['Part 1'], page: 1, text: 'About part 1.' },
      { headings: ['Part 2'], page: 2, text: 'About part 2.' },
    ]);
  });

  test.each([
    ['protected by a password', makePdf([printedLines('Secret')], { encrypt: true })],
    ['a scan', makePdf([[], []])],
    ['51 pages; at most 50', makePdf(Array.from({ length: 51 }, () => printedLines('x')))],
    ['damaged', bytesOf('%PDF-1.7\nnothing of the kind')],
    ['damaged', makePdf([printedLines('x')]).subarray(0, 30)],
    [
      'more than 100000 characters',
      makePdf(Array.from({ length: 50 }, () => printedLines(...Array.from({ length: 45 }, () => 'long '.repeat(12))))),
    ],
  ])('says that it is %s', async (reason, bytes) => {
    expect(await reasonFor('a.pdf', bytes)).toContain(reason);
  });
});
