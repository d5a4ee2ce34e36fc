const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  commat: '@',
  period: '.',
  sol: '/',
  lowbar: '_',
  hyphen: '-',
  colon: ':',
  num: '#',
  shy: '',
  ZeroWidthSpace: '',
  zwj: '',
  zwnj: '',
};

const escaped =
  /(?:%[0-9a-f]{2})+|(?:\\x[0-9a-f]{2})+|&#x([0-9a-f]{1,6});?|&#(\d{1,7});?|&([a-z]{2,16});|\\u\{?([0-9a-f]{4,6})\}?|<[!/a-z][^<>\n]{0,200}>|\\(?=[!-/:-@[-`{-~])/giu;

/** The text as a page shows it: entities, percent-encoding and escapes as what they stand for, without tags and backslashes. */
export function unescapeText(text: string): string {
  return text.replace(escaped, (found, hex?: string, decimal?: string, name?: string, unicode?: string) => {
    if (/^(?:%|\\x)/iu.test(found)) return fromBytes(found);
    const point = hex ?? unicode;
    if (point !== undefined) return signAt(Number.parseInt(point, 16));
    if (decimal !== undefined) return signAt(Number(decimal));
    if (name !== undefined) return named[name] ?? found;
    return '';
  });
}

function fromBytes(run: string): string {
  const bytes = run.match(/[0-9a-f]{2}/giu) ?? [];
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16)));
}

function signAt(point: number): string {
  return point <= 0x10ffff ? String.fromCodePoint(point) : '';
}
