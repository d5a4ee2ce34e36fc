/** Text of UTF-8, UTF-16 or, failing both, Windows-1252; null when the bytes are no text. */
export function decodeText(bytes: Uint8Array, charset?: string): string | null {
  const text = decodeNamed(bytes, charset) ?? decodeByMark(bytes) ?? decodeByShape(bytes);
  return text === null || isBinary(text) ? null : text.replace(/^\uFEFF/, '');
}

function decodeNamed(bytes: Uint8Array, charset: string | undefined): string | null {
  try {
    const decoder = charset === undefined ? null : new TextDecoder(charset);
    return decoder?.encoding === 'windows-1252' ? decodeWindows1252(bytes) : (decoder?.decode(bytes) ?? null);
  } catch {
    return null;
  }
}

function decodeByMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return null;
}

function decodeByShape(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 1].map((odd) => sample.filter((byte, at) => at % 2 === odd && byte === 0).length);
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length / 8 && even === 0) return new TextDecoder('utf-16le').decode(bytes);
  if (even > sample.length / 8 && odd === 0) return new TextDecoder('utf-16be').decode(bytes);
  if (sample.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

/** Texts hold next to no control characters; what random bytes decode to is full of them. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 20_000);
  const strange = sample.match(/[^\P{Cc}\t\n\r\f\v\u0085]|[\uFFFD\uFFFE\uFFFF]|\p{Cn}/gu)?.length ?? 0;
  return strange > sample.length / 200;
}

/** Some releases of Node 20 decode Windows-1252 as if it were Latin-1. */
function decodeWindows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return text.replace(/[\u0080-\u009f]/g, (letter) => upperControls[letter.charCodeAt(0) - 0x80] ?? letter);
}

const upperControls = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
