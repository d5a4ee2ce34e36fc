import { encodedStretches } from './encoded-stretches.ts';

interface Encoding {
  readonly runs: RegExp;
  readonly alphabet: string;
  readonly bits: number;
}

const digits = '0123456789';
const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const encodings: readonly Encoding[] = [
  { runs: /[A-Za-z0-9+/_-]{6,}/gu, alphabet: `${upper}${upper.toLowerCase()}${digits}+/`, bits: 6 },
  { runs: /[A-Za-z2-7]{10,}/gu, alphabet: `${upper}234567`, bits: 5 },
  { runs: /[0-9a-f]{8,}/giu, alphabet: `${digits}ABCDEF`, bits: 4 },
  { runs: /[01]{32,}/gu, alphabet: '01', bits: 1 },
];

/**
 * What the runs of base64, base32, hexadecimal and binary signs in a text say, a line each, and what decimal
 * character codes say; empty where they say nothing. A run is read from every sign it may begin at, with and without
 * the spaces, line ends, list marks and punctuation that may split it.
 */
export function decodeRuns(text: string): string {
  const stretches = encodedStretches(text);
  if (stretches.length === 0) return '';
  const readable = encodings.flatMap((encoding) => {
    const runs = new Set(stretches.flatMap((each) => each.match(encoding.runs) ?? []));
    return [...runs].flatMap((run) => readingsOf(run, encoding));
  });
  return [...readable, ...decimalCodes(text)].join('\n');
}

function readingsOf(run: string, { alphabet, bits }: Encoding): string[] {
  const isCased = bits === 6;
  const signs = isCased ? run.replaceAll('-', '+').replaceAll('_', '/') : run.toUpperCase();
  const values = [...signs].map((sign) => alphabet.indexOf(sign));
  // Eight bits end where a sign ends after so many signs: further beginnings would repeat.
  const beginnings = 8 / greatestCommonDivisor(8, bits);
  return Array.from({ length: beginnings }).flatMap((_, from) => readableParts(bytesOf(values.slice(from), bits)));
}

function bytesOf(values: readonly number[], bits: number): Uint8Array {
  const bytes = new Uint8Array(Math.floor((values.length * bits) / 8));
  let held = 0;
  let count = 0;
  let at = 0;
  for (const value of values) {
    held = ((held << bits) | value) & 0xffff;
    count += bits;
    if (count >= 8) {
      count -= 8;
      bytes[at] = (held >> count) & 0xff;
      at += 1;
    }
  }
  return bytes;
}

/** Of a wrong reading hardly anything is left. */
function readableParts(bytes: Uint8Array): string[] {
  return new TextDecoder()
    .decode(bytes)
    .split(/[\ufffd\p{Cc}]+/u)
    .filter((part) => part.length >= 4);
}

function decimalCodes(text: string): string[] {
  const runs = text.match(/(?<!\d)\d{2,5}(?:[\s,;.-]{1,3}\d{2,5}){3,}(?!\d)/gu) ?? [];
  return runs.flatMap((run) => {
    const codes = (run.match(/\d+/gu) ?? []).map(Number);
    return [
      ...readableParts(Uint8Array.from(codes)),
      ...codes
        .map((code) => String.fromCharCode(code))
        .join('')
        .split('\0'),
    ];
  });
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
