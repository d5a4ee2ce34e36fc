import { Refusal, readableKinds } from './refusal.ts';
import { zipNames } from './unzip.ts';

/** What a file is, told by its bytes. Refuses what cannot be read, and says what it is instead. */
export function recognizeFile(name: string, bytes: Uint8Array): 'pdf' | 'docx' | 'pptx' | 'characters' {
  if (isPdf(bytes)) return 'pdf';
  if (startsWith(bytes, 'PK\x03\x04')) return zipKind(name, bytes);
  if (startsWith(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) throw new Refusal(oldOfficeReason(name, bytes));
  const foreign = foreignKinds.find(({ magic, at }) => startsWith(bytes, magic, at));
  if (foreign !== undefined) throw new Refusal(unreadable(name, foreign.is));
  return 'characters';
}

export function unreadable(name: string, is: string): string {
  return `${name} is ${is}, which holds no text that can be read. Upload ${readableKinds}.`;
}

function isPdf(bytes: Uint8Array): boolean {
  const head = latin(bytes.subarray(0, 1024));
  if (/^(?:\xef\xbb\xbf)?\s*%PDF-/.test(head)) return true;
  return /%PDF-\d\.\d[\r\n]/.test(head) && latin(bytes.subarray(-1024)).includes('%%EOF');
}

function zipKind(name: string, bytes: Uint8Array): 'docx' | 'pptx' {
  const names = zipNames(bytes);
  if (names.includes('word/document.xml')) return 'docx';
  if (names.includes('ppt/presentation.xml')) return 'pptx';
  if (names.includes('xl/workbook.xml')) {
    throw new Refusal(`${name} is an Excel workbook. Save the sheet as CSV and upload that.`);
  }
  const isOpenDocument = names.includes('mimetype') && names.includes('content.xml');
  if (isOpenDocument)
    throw new Refusal(`${name} is an OpenDocument file. Save it as .docx, .pptx or PDF and upload that.`);
  throw new Refusal(`${name} is a ZIP archive. Unpack it and upload the files one by one.`);
}

/** Office files protected by a password come in the same container as those of Office before 2007. */
function oldOfficeReason(name: string, bytes: Uint8Array): string {
  const isProtected = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    'EncryptedPackage',
    0,
    'utf16le',
  );
  return isProtected
    ? `${name} is protected by a password. Save it without one and upload it again.`
    : `${name} is an Office file of before 2007. Save it as .docx, .pptx or PDF and upload that.`;
}

const foreignKinds: readonly { magic: string; at?: number; is: string }[] = [
  { magic: '\x89PNG\r\n', is: 'a PNG picture' },
  { magic: '\xff\xd8\xff', is: 'a JPEG picture' },
  { magic: 'GIF8', is: 'a GIF picture' },
  { magic: 'BM', is: 'a bitmap picture' },
  { magic: 'WEBP', at: 8, is: 'a WebP picture' },
  { magic: 'II*\0', is: 'a TIFF picture' },
  { magic: 'MM\0*', is: 'a TIFF picture' },
  { magic: 'ftyphei', at: 4, is: 'a HEIC picture' },
  { magic: 'ftypavif', at: 4, is: 'an AVIF picture' },
  { magic: 'ftyp', at: 4, is: 'a video or audio file' },
  { magic: 'ID3', is: 'an audio file' },
  { magic: 'OggS', is: 'an audio file' },
  { magic: 'RIFF', is: 'an audio or video file' },
  { magic: '\x1f\x8b', is: 'a gzip archive' },
  { magic: '7z\xbc\xaf', is: 'a 7-Zip archive' },
  { magic: 'Rar!', is: 'a RAR archive' },
  { magic: '\x7fELF', is: 'a program' },
  { magic: '{\\rtf', is: 'a rich text (RTF) file' },
];

function startsWith(bytes: Uint8Array, magic: string, at = 0): boolean {
  const found = latin(bytes.subarray(at, at + magic.length)) === magic;
  // Two letters alone may well begin a text.
  return found && (magic !== 'BM' || bytes.subarray(0, 64).includes(0));
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
