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

  test('pages without text are named where the text is read over, and nowhere else', async () => {
    const text = await textOf('a.pdf', makePdf([[], printedLines('A cover letter.'), []]));
    expect(text).toMatch(/^<!-- Without text that can be read, of 3 pages: 1, 3\. .*OCR.* -->\n\n<!-- page 1 -->/);
    expect(splitPassages(text)).toMatchObject([{ page: 2, text: 'A cover letter.' }]);
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

  test('cells beside one another are a table, wrapped and empty ones included', async () => {
    const row = (y: number, ...cells: readonly string[]) =>
      cells.flatMap((text, index) => (text === '' ? [] : [{ text, x: 72 + index * 140, y }]));
    const page = [
      { text: 'Who comes when:', y: 700 },
      ...row(680, 'Day', 'Morning', 'Afternoon'),
      ...row(660, 'Monday', '7 to 12', '1 to 6'),
      { text: 'Tuesday and', y: 640 },
      { text: 'Wednesday', y: 626 },
      { text: '8 to 11', x: 212, y: 633 },
      { text: 'closed', x: 352, y: 633 },
      ...row(606, 'Friday', '', '2 to 5'),
      { text: 'Call first.', y: 580 },
    ];
    expect(await textOf('a.pdf', makePdf([page]))).toBe(
      [
        '<!-- page 1 -->',
        'Who comes when:',
        [
          '| Day | Morning | Afternoon |',
          '| --- | --- | --- |',
          '| Monday | 7 to 12 | 1 to 6 |',
          '| Tuesday and Wednesday | 8 to 11 | closed |',
          '| Friday |  | 2 to 5 |',
        ].join('\n'),
        'Call first.',
      ].join('\n\n'),
    );
  });

  test('columns of prose that are printed across are read one after the other', async () => {
    const left = [
      'Early motion after an operation makes',
      'the shoulder move better and does no',
      'harm to the seam as far as it is known',
      'from a hundred patients.',
    ];
    const right = [
      'Rest is what most have been told so',
      'far, for six weeks and with a sling on,',
      'by day and by night, which few of them',
      'really kept to in the end.',
    ];
    const page = left.flatMap((text, index) => [
      { text, y: 700 - index * 14 },
      { text: right[index] ?? '', x: 330, y: 700 - index * 14 },
    ]);
    const text = await textOf('a.pdf', makePdf([page]));
    expect(text.replaceAll('\n\n', ' ')).toBe(['<!-- page 1 -->', ...left, ...right].join(' '));
  });

  test('a line that ends before it is full ends its paragraph', async () => {
    const items = [
      'Your prescription',
      'A large towel',
      'Sports clothes and whatever else is needed for an hour in the',
      'gymnasium',
      'Shoes',
    ];
    expect(await textOf('a.pdf', makePdf([printedLines(...items)]))).toBe(
      ['<!-- page 1 -->', items[0], items[1], `${items[2]} gymnasium`, 'Shoes'].join('\n\n'),
    );
  });

  test('indented lines that follow one another are a list, whose marks may be drawn', async () => {
    const item = (text: string, x: number, line: number) => ({ text, x, y: 660 - line * 14 });
    const page = [
      ...printedLines('Whoever comes for the first time brings what is needed for an hour in the gymnasium:'),
      item('A towel', 100, 0),
      item('for mud: an old one', 130, 1),
      item('Shoes', 100, 2),
    ];
    expect(await textOf('a.pdf', makePdf([page]))).toContain(
      'gymnasium:\n\n- A towel\n  - for mud: an old one\n- Shoes',
    );
  });

  test('numbered lines stand together', async () => {
    const text = await textOf('a.pdf', makePdf([printedLines('1. Register.', '2. Wait.')]));
    expect(text).toContain('1. Register.\n2. Wait.');
  });

  test('a line in a font of its own heads the text below it', async () => {
    const page = [
      { text: 'Parking', y: 700, isBold: true },
      ...['The yard is for patients with a card.', 'Others park at the town hall.'].map((text, index) => ({
        text,
        y: 686 - index * 14,
      })),
      { text: 'Telephones', y: 658, isBold: true },
      { text: 'They are silent in the waiting room.', y: 644 },
      { text: 'Bold to the end.', y: 616, isBold: true },
    ];
    expect(splitPassages(await textOf('a.pdf', makePdf([page])))).toMatchObject([
      { headings: ['Parking'], text: expect.stringContaining('patients with a card') },
      { headings: ['Telephones'], text: expect.stringContaining('silent') },
    ]);
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
