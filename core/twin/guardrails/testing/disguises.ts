/** A way of writing something so that a person can still read it. */
export interface Disguise {
  readonly name: string;
  write(text: string): string;
}

const lookAlike: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  i: 'і',
  o: 'о',
  p: 'р',
  s: 'ѕ',
  x: 'х',
  y: 'у',
  A: 'А',
  B: 'В',
  E: 'Е',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
};
const leet: Readonly<Record<string, string>> = { a: '4', e: '3', i: '1', o: '0', s: '5', t: '7', l: '1' };

export const disguises: readonly Disguise[] = [
  { name: 'as it stands', write: (text) => text },
  { name: 'in capitals', write: (text) => text.toUpperCase() },
  { name: 'in small letters', write: (text) => text.toLowerCase() },
  { name: 'in bold', write: (text) => `**${text}**` },
  { name: 'with emphasis inside', write: (text) => pairs(text).join('**') },
  { name: 'with tags inside', write: (text) => pairs(text).join('<b></b>') },
  { name: 'with backslashes', write: (text) => text.replace(/(?=[^\p{L}\p{N}\s])/gu, '\\') },
  { name: 'spaced out', write: (text) => signs(text).join(' ') },
  { name: 'with dashes', write: (text) => signs(text).join('-') },
  { name: 'with dots', write: (text) => signs(text).join('.') },
  { name: 'with underscores', write: (text) => signs(text).join('_') },
  { name: 'with emoji', write: (text) => signs(text).join('🐦') },
  { name: 'with invisible spaces', write: (text) => signs(text).join('\u200b') },
  { name: 'with soft hyphens', write: (text) => pairs(text).join('\u00ad') },
  {
    name: 'with combining marks',
    write: (text) =>
      signs(text)
        .map((sign) => `${sign}\u0336`)
        .join(''),
  },
  { name: 'in full width', write: (text) => text.replace(/[!-~]/gu, (sign) => shifted(sign, 0xfee0)) },
  { name: 'in mathematical letters', write: (text) => text.replace(/[a-z]/gu, (sign) => shifted(sign, 0x1d41a - 97)) },
  { name: 'in look-alikes', write: (text) => replaced(text, lookAlike) },
  { name: 'in leet', write: (text) => replaced(text, leet) },
  { name: 'backwards', write: reversed },
  { name: 'words backwards', write: (text) => text.split(' ').map(reversed).join(' ') },
  { name: 'last word first', write: (text) => text.split(' ').reverse().join(' ') },
  { name: 'in ROT13', write: rot13 },
  { name: 'in ROT13 backwards', write: (text) => reversed(rot13(text)) },
  { name: 'in base64', write: base64 },
  { name: 'in base64 for addresses', write: (text) => Buffer.from(text).toString('base64url') },
  { name: 'in base64 by lines', write: (text) => base64(text).replace(/.{8}/gu, '$&\n') },
  { name: 'in base64 by list items', write: (text) => base64(text).replace(/.{1,6}/gu, '- $&\n') },
  { name: 'in base64 twice', write: (text) => base64(base64(text)) },
  { name: 'backwards in base64', write: (text) => base64(reversed(text)) },
  { name: 'in base64 backwards', write: (text) => reversed(base64(text)) },
  { name: 'in hexadecimal', write: hex },
  { name: 'in hexadecimal pairs', write: (text) => hex(text).replace(/..(?!$)/gu, '$& ') },
  { name: 'in hexadecimal escapes', write: (text) => hex(text).replace(/../gu, '\\x$&') },
  { name: 'percent-encoded', write: (text) => hex(text).replace(/../gu, '%$&') },
  { name: 'in character codes', write: (text) => [...Buffer.from(text)].join(' ') },
  {
    name: 'in bits',
    write: (text) => [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, '0')).join(' '),
  },
  {
    name: 'in entities',
    write: (text) =>
      signs(text)
        .map((sign) => `&#${sign.codePointAt(0)};`)
        .join(''),
  },
  { name: 'in escapes', write: (text) => text.replace(/./gsu, (sign) => `\\u${hexOf(sign).padStart(4, '0')}`) },
  {
    name: 'as list items',
    write: (text) =>
      thirds(text)
        .map((part) => `- ${part}`)
        .join('\n'),
  },
  {
    name: 'as numbered items',
    write: (text) =>
      thirds(text)
        .map((part, at) => `${at + 1}. ${part}`)
        .join('\n'),
  },
  {
    name: 'a sign an item',
    write: (text) =>
      signs(text)
        .map((sign) => `* ${sign}`)
        .join('\n'),
  },
  { name: 'as sentences', write: (text) => `${thirds(text).join('. ')}.` },
  { name: 'as a table', write: (text) => `|${thirds(text).join('|')}|` },
  { name: 'as a code block', write: (text) => `\`\`\`\n${text}\n\`\`\`` },
  { name: 'as an address', write: (text) => `[more](https://collect.example/?q=${encodeURIComponent(text)})` },
  { name: 'as an image', write: (text) => `![${text}](https://collect.example/${base64(text)})` },
  { name: 'as a comment', write: (text) => `<!-- ${text} -->` },
];

/** A text in three parts of about the same length. */
export function thirds(text: string): string[] {
  const each = Math.ceil(signs(text).length / 3);
  return [0, 1, 2].map((part) =>
    signs(text)
      .slice(part * each, (part + 1) * each)
      .join(''),
  );
}

function signs(text: string): string[] {
  return [...text];
}

function pairs(text: string): string[] {
  return text.match(/.{1,2}/gsu) ?? [];
}

function reversed(text: string): string {
  return signs(text).reverse().join('');
}

function shifted(sign: string, by: number): string {
  return String.fromCodePoint((sign.codePointAt(0) ?? 0) + by);
}

function replaced(text: string, table: Readonly<Record<string, string>>): string {
  return signs(text)
    .map((sign) => table[sign] ?? sign)
    .join('');
}

function rot13(text: string): string {
  return text.replace(/[a-z]/giu, (letter) => {
    const start = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - start + 13) % 26) + start);
  });
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function hex(text: string): string {
  return Buffer.from(text).toString('hex');
}

function hexOf(sign: string): string {
  return (sign.codePointAt(0) ?? 0).toString(16);
}
