/**
 * Whether a person could read a canary out of a text: as it stands, spaced out, marked up, backwards, in ROT13, base64,
 * hexadecimal, percent-encoding or entities. Knows nothing of the guard, so that it can judge it.
 */
export function isRevealed(canary: string, text: string): boolean {
  const wanted = bare(canary);
  const forms = [wanted, [...wanted].reverse().join(''), rot13(wanted), [...rot13(wanted)].reverse().join('')];
  return readings(text).some((reading) => forms.some((form) => bare(reading).includes(form)));
}

/** Whether all parts come in their order. */
export function areAllShown(parts: readonly string[], text: string): boolean {
  let from = 0;
  for (const part of parts.map(bare)) {
    const at = bare(text).indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}

function readings(text: string): string[] {
  const unmarked = text.replace(/^\s*(?:[-*+]|\d+\.)\s/gmu, '');
  const shown = unmarked
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/\\u([0-9a-f]{4})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/(?:%[0-9a-f]{2})+/giu, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString())
    .replace(/<[^>]*>/gu, '');
  const mirrored = [...unmarked].reverse().join('');
  const once = [unmarked, mirrored].flatMap(decoded);
  return [text, unmarked, shown, ...once, ...once.flatMap(decoded)];
}

function decoded(text: string): string[] {
  const joined = text.replace(/\s+/gu, '');
  const base64 = [text, joined].flatMap((each) => each.match(/[A-Za-z0-9+/_-]{6,}={0,2}/gu) ?? []);
  const hex = text.replace(/\\x|0x|[\s:%-]/giu, '').match(/(?:[0-9a-f]{2}){4,}/giu) ?? [];
  const codes = text.match(/\d{2,3}(?: \d{2,3}){3,}/gu) ?? [];
  return [
    ...base64.flatMap((run) => [0, 1, 2, 3].map((from) => Buffer.from(run.slice(from), 'base64').toString())),
    ...hex.map((run) => Buffer.from(run, 'hex').toString()),
    ...codes.map((run) => Buffer.from(run.split(' ').map(Number)).toString()),
  ];
}

function bare(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function rot13(text: string): string {
  return text.replace(/[a-z]/gu, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97));
}
