import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  makeDocx,
  makePdf,
  makePptx,
  makeZip,
  printedLines,
  wordParagraph,
} from '../../../server/adapters/source-reader/testing/make-files.ts';
import { bytesOf, read, reasonFor } from './read-file.ts';

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
