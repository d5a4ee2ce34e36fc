import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitPassages } from '../../core/twin/split-passages.ts';
import { parseFile } from '../../server/adapters/source-reader/parse-file.ts';
import {
  makeDocx,
  makePdf,
  makePptx,
  makeZip,
  printedLines,
  wordParagraph,
} from '../../server/adapters/source-reader/testing/make-files.ts';

const limits = { bytes: 1_000_000, pages: 50, textCharacters: 100_000, timeMs: 10_000, memoryMb: 40 };
const bytesOf = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);
const read = (name: string, bytes: Uint8Array) => parseFile(name, bytes, limits);

async function textOf(name: string, bytes: Uint8Array): Promise<string> {
  const outcome = await read(name, bytes);
  expect(outcome).toMatchObject({ kind: 'read' });
  return outcome.kind === 'read' ? outcome.text : '';
}

async function reasonFor(name: string, bytes: Uint8Array): Promise<string> {
  const outcome = await read(name, bytes);
  expect(outcome).toMatchObject({ kind: 'refused' });
  return outcome.kind === 'refused' ? outcome.reason : '';
}

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

describe('Word', () => {
  const row = (...cells: string[]) =>
    `<w:tr>${cells.map((cell) => `<w:tc>${wordParagraph(cell)}</w:tc>`).join('')}</w:tr>`;
  const body = [
    wordParagraph('Pricing', 'Heading1'),
    wordParagraph('Three plans.'),
    wordParagraph('Details', 'Heading2'),
    `<w:tbl>${row('Plan', 'Price')}${row('Pro | Team', '20')}</w:tbl>`,
  ].join('');

  test('headings, paragraphs and tables are kept', async () => {
    expect(await read('prices.docx', makeDocx(body))).toEqual({
      kind: 'read',
      fileKind: 'docx',
      title: 'Pricing',
      text: '# Pricing\n\nThree plans.\n\n## Details\n\n| Plan | Price |\n| --- | --- |\n| Pro \\| Team | 20 |',
    });
  });

  test('its properties name it', async () => {
    const core =
      '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>Price list &amp; more</dc:title></cp:coreProperties>';
    expect(await read('a.docx', makeDocx(body, { 'docProps/core.xml': core }))).toMatchObject({
      title: 'Price list & more',
    });
  });

  test.each([
    ['holds no text', makeDocx('')],
    ['damaged', makeDocx(body).subarray(0, 500)],
    ['damaged', makeZip({ 'word/document.xml': '<not xml' })],
    ['far more than its size', makeDocx(wordParagraph(' '.repeat(11 * 1024 * 1024)))],
  ])('says that it %s', async (reason, bytes) => {
    expect(await reasonFor('a.docx', bytes)).toContain(reason);
  });

  test('a size that is understated gains nothing', async () => {
    const bytes = Buffer.from(makeDocx(wordParagraph('x'.repeat(5_000_000))));
    const directory = bytes.indexOf('PK\x01\x02', bytes.lastIndexOf('word/document.xml') - 60, 'latin1');
    bytes.writeUInt32LE(10, directory + 24);
    expect(await reasonFor('a.docx', bytes)).toContain('damaged');
  });
});

describe('PowerPoint', () => {
  test('slides are pages in the order they are shown, with titles, tables and notes', async () => {
    const bytes = makePptx([
      { title: 'Welcome', lines: ['We sell tea.', '# and cups'], notes: 'Smile.' },
      {
        title: 'Prices',
        lines: [],
        table: [
          ['Tea', 'Price'],
          ['Green', '4 &amp; up'],
        ],
      },
    ]);
    expect(await read('talk.pptx', bytes)).toEqual({
      kind: 'read',
      fileKind: 'pptx',
      title: null,
      text: [
        '<!-- page 1 -->',
        '## Welcome',
        'We sell tea.',
        '\\# and cups',
        'Notes: Smile.',
        '<!-- page 2 -->',
        '## Prices',
        '| Tea | Price |\n| --- | --- |\n| Green | 4 & up |',
      ].join('\n\n'),
    });
  });

  test.each([
    ['holds no text', makePptx([{ title: '', lines: [] }])],
    ['51 slides; at most 50', makePptx(Array.from({ length: 51 }, () => ({ title: 'x', lines: [] })))],
    ['damaged', makePptx([{ title: 'x', lines: [] }]).subarray(0, 400)],
  ])('says that it %s', async (reason, bytes) => {
    expect(await reasonFor('a.pptx', bytes)).toContain(reason);
  });
});

describe('CSV', () => {
  test('a narrow table stays a table, whatever divides its columns', async () => {
    for (const delimiter of [',', ';', '\t']) {
      const csv = [
        ['Plan', 'Price', 'Users'],
        ['Pro', '20', '5'],
        ['Team', '"a|b"', '9'],
      ].map((row) => row.join(delimiter));
      expect(await read('prices.txt', bytesOf(`\uFEFF${csv.join('\r\n')}\r\n`))).toMatchObject({
        fileKind: 'csv',
        text: '| Plan | Price | Users |\n| --- | --- | --- |\n| Pro | 20 | 5 |\n| Team | a\\|b | 9 |',
      });
    }
  });

  test('of a wordy table every row names its columns', async () => {
    const answer = `Yes, ${'within thirty days '.repeat(6).trim()}.\n\nReally.`;
    expect(await textOf('faq.csv', bytesOf(`Question,Answer\nRefund?,"${answer}"\nTrial?,\n`))).toBe(
      `Question: Refund?\nAnswer: ${answer.replace('\n\n', ' ')}\n\nQuestion: Trial?`,
    );
  });

  test('prose with commas is prose', async () => {
    const prose = 'Hello, my friend, how are you?\nWell, thank you, and you?\nFine, I guess, thanks.';
    expect(await read('letter.txt', bytesOf(prose))).toMatchObject({ fileKind: 'text', text: prose });
  });
});

describe('email', () => {
  const head = 'From: Ada <ada@example.com>\r\nTo: bob@example.com\r\nDate: Mon, 02 Mar 2026 10:00:00 +0000\r\n';

  test('the subject is its title, attachments are named', async () => {
    const mail = [
      `${head}Subject: =?utf-8?q?Price_f=C3=BCr_tea?=`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'It is four euros.',
      '--b',
      'Content-Type: application/pdf; name="list.pdf"',
      'Content-Disposition: attachment; filename="list.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      'JVBERg==',
      '--b--',
    ].join('\r\n');
    expect(await read('a.eml', bytesOf(mail))).toEqual({
      kind: 'read',
      fileKind: 'email',
      title: 'Price für tea',
      text: '# Price für tea\n\nFrom: Ada <ada@example.com>\nTo: bob@example.com\nDate: 2026-03-02\n\nIt is four euros.\n\nAttachments, not read: list.pdf',
    });
  });

  test('a body in HTML alone is read too', async () => {
    const mail = `${head}Subject: Tea\r\nContent-Type: text/html\r\n\r\n<table><tr><td><h2>Green</h2><p>Four <a href="https://x.test/">euros</a></p></td></tr></table><script>x</script>`;
    expect(await textOf('a.eml', bytesOf(mail))).toContain('## Green\n\nFour [euros](https://x.test/)');
  });
});

describe('text', () => {
  test.each([
    ['UTF-8', bytesOf('Füße, 漢字 😀')],
    ['UTF-8 with a mark', bytesOf('\uFEFFFüße, 漢字 😀')],
    ['UTF-16 with a mark', bytesOf('\uFEFFFüße, 漢字 😀', 'utf16le')],
  ])('%s is understood', async (_, bytes) => {
    expect(await read('a.txt', bytes)).toMatchObject({ fileKind: 'text', text: 'Füße, 漢字 😀' });
  });

  test.each([
    ['UTF-16 without a mark', bytesOf('Fuss und Fuesse', 'utf16le'), 'Fuss und Fuesse'],
    ['UTF-16 of the other order', bytesOf('Fuss und Fuesse', 'utf16le').swap16(), 'Fuss und Fuesse'],
    ['Latin-1', bytesOf('Füße für Füße', 'latin1'), 'Füße für Füße'],
    ['Windows-1252', Buffer.from([0x93, 0x48, 0x69, 0x94, 0x20, 0x80]), '“Hi” €'],
  ])('%s is understood too', async (_, bytes, text) => {
    expect(await textOf('a.txt', bytes)).toBe(text);
  });

  test('Markdown is taken as it is, and its first heading names it', async () => {
    const markdown = '# Guide\n\n- one\n- two\n\n```\ncode\n```';
    expect(await read('guide', bytesOf(markdown.replaceAll('\n', '\r\n')))).toEqual({
      kind: 'read',
      fileKind: 'markdown',
      title: 'Guide',
      text: markdown,
    });
  });

  test('a saved web page is read without what surrounds it', async () => {
    const html = `<!doctype html><title>Tea</title><nav>Home</nav><article><h1>Tea</h1><p>${'Tea is a drink. '.repeat(20)}</p></article>`;
    const outcome = await read('tea.txt', bytesOf(html));
    expect(outcome).toMatchObject({ fileKind: 'page', title: 'Tea' });
    expect(JSON.stringify(outcome)).not.toContain('Home');
  });

  test.each([
    ['holds no text', bytesOf(' \n\t\n ---')],
    ['more than 100000 characters', bytesOf('word '.repeat(30_000))],
    ['is a binary file', Buffer.from([1, 2, 3, 0, 4, 5, 0, 0, 6])],
  ])('says that it %s', async (reason, bytes) => {
    expect(await reasonFor('a.txt', bytes)).toContain(reason);
  });
});

describe('names do not decide', () => {
  test.each([
    ['pdf', makePdf([printedLines('Hello there.')])],
    ['docx', makeDocx(wordParagraph('Hello there.'))],
    ['pptx', makePptx([{ title: 'Hello', lines: ['there.'] }])],
    ['text', bytesOf('Hello there.')],
  ] as const)('a %s under another name is read as what it is', async (fileKind, bytes) => {
    for (const name of ['a.pdf', 'b.docx', 'c.png', 'd']) expect(await read(name, bytes)).toMatchObject({ fileKind });
  });

  test.each([
    ['a PNG picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['a JPEG picture', Buffer.from('\xff\xd8\xff\xe0', 'latin1')],
    ['a video or audio file', bytesOf('\0\0\0\x18ftypmp42')],
    ['a rich text (RTF) file', bytesOf('{\\rtf1 Hello}')],
    ['an Excel workbook', makeZip({ 'xl/workbook.xml': '' })],
    ['an OpenDocument file', makeZip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '' })],
    ['a ZIP archive', makeZip({ 'a.txt': 'Hello' })],
    ['of before 2007', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1')],
    [
      'protected by a password',
      Buffer.concat([
        Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'),
        bytesOf('EncryptedPackage', 'utf16le'),
      ]),
    ],
  ])('a file named handbook.pdf that is %s says so', async (is, bytes) => {
    expect(await reasonFor('handbook.pdf', bytes)).toMatch(
      `handbook.pdf is ${is}`.replace('is of', 'is an Office file of'),
    );
  });
});

describe('hostile bytes', () => {
  const start = fc.constantFrom(
    '',
    '%PDF-1.7\n',
    'PK\x03\x04',
    '<html>',
    'From: a\nTo: b\n\n',
    'a,b,c\n1,2,3\n',
    '\xff\xfe',
    '# a\n',
  );

  test('random bytes are read or refused, never thrown at', async () => {
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 2000 }), async (head, tail) => {
        const outcome = await read('a.bin', Buffer.concat([bytesOf(head, 'latin1'), tail]));
        expect(['read', 'refused']).toContain(outcome.kind);
      }),
      { numRuns: 300 },
    );
  });

  test('so are files with some bytes changed or the end missing', async () => {
    const files = [
      makePdf([printedLines('Hello there.')]),
      makeDocx(wordParagraph('Hello there.')),
      makePptx([{ title: 'Hello', lines: ['there.'], notes: 'n' }]),
    ];
    const change = fc.tuple(fc.nat(5000), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(change, { maxLength: 8 }),
        fc.nat(5000),
        async (file, changes, length) => {
          const bytes = Buffer.from(file.subarray(0, Math.max(100, length)));
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          expect(['read', 'refused']).toContain((await read('a.bin', bytes)).kind);
        },
      ),
      { numRuns: 150 },
    );
  });
});
