import { describe, expect, test } from 'vitest';
import {
  makeDocx,
  makePptx,
  makeZip,
  wordParagraph,
} from '../../../server/adapters/source-reader/testing/make-files.ts';
import { read, reasonFor, textOf } from './read-file.ts';

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

  test('lists within lists are kept, also those that only their style tells', async () => {
    const styles = [2, 3].map(
      (level) => `<w:style w:type="paragraph" w:styleId="B${level}"><w:name w:val="List Bullet ${level}"/></w:style>`,
    );
    const bytes = makeDocx(wordParagraph('Door', 'B2') + wordParagraph('Key', 'B3') + wordParagraph('Cellar', 'B2'), {
      'word/styles.xml': `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${styles.join('')}</w:styles>`,
    });
    expect(await textOf('a.docx', bytes)).toMatch(/Door\n\s+-\s+Key\n\s*-\s+Cellar/);
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

  test('a slide drawn without a layout begins with its title, and marked lines are a list', async () => {
    const bytes = makePptx([{ title: 'Phases', lines: ['Rest', 'Two weeks', 'Motion'], isDrawn: true }]);
    expect(await textOf('talk.pptx', bytes)).toBe('<!-- page 1 -->\n\n## Phases\n\n- Rest\n  - Two weeks\n- Motion');
  });

  test.each([
    ['holds no text', makePptx([{ title: '', lines: [] }])],
    ['51 slides; at most 50', makePptx(Array.from({ length: 51 }, () => ({ title: 'x', lines: [] })))],
    ['damaged', makePptx([{ title: 'x', lines: [] }]).subarray(0, 400)],
  ])('says that it %s', async (reason, bytes) => {
    expect(await reasonFor('a.pptx', bytes)).toContain(reason);
  });
});
