import { type CodePieces, codePieces } from './code-pieces.ts';
import { decodeRuns } from './decode-runs.ts';
import type { Guard } from './guard-for.ts';
import { sharedRuns } from './shared-runs.ts';
import { spelledOut } from './spelled-out.ts';
import { hasLeet, type TextView, unleet, viewOf, viewsOf, viewsOfText } from './text-views.ts';
import { unescapeText } from './unescape-text.ts';
import { wordsOf } from './words-of.ts';

/** As many content words in a row as internal text are a quotation; fewer are a phrase. */
const quotedWords = 5;

/** What was shown before a text and is read together with it. */
export interface EarlierText {
  /** Its last characters. */
  readonly end: string;
  /** Its pieces of codes, remembered from further back. */
  readonly pieces: CodePieces;
}

export const nothingEarlier: EarlierText = { end: '', pieces: [] };

/** What is encoded twice is looked into; nobody reads deeper. */
const decodingsAtMost = 2;
const setOff = /["“„«‹'‘`*_]+([^"“”„«»‹›'‘’`*_\n]{2,60})["”“»›'’`*_]+/gu;

/**
 * Whether a text gives away internal material that the turn may not say anyway: quotes it, holds one of its rare
 * words, or names a source; also spaced out, split by marks, backwards, in ROT13, base64, base32, hexadecimal,
 * binary, percent-encoding, entities, leet or look-alike letters, or read aloud sign by sign. Out of its reach:
 * acrostics, other ciphers, translations, and numbers in words. Linear in the length of the text.
 */
export function isLeaking(guard: Guard, text: string, earlier: EarlierText = nothingEarlier): boolean {
  if (guard.compiled.isEmpty) return false;
  const together = earlier.end + text;
  return (
    leaksAsShown(guard, together) ||
    leaksDecoded(guard, together) ||
    // Signs before an encoded text could pass for a part of it.
    (earlier.end !== '' && leaksDecoded(guard, text)) ||
    leaksInPieces(guard, text, earlier.pieces)
  );
}

function leaksAsShown(guard: Guard, text: string): boolean {
  const words = wordsOf(text);
  const spelled = spelledOut(words);
  const shown = unescapeText(text);
  return (
    viewsOfText(text).some((view) => hasLeak(guard, view)) ||
    namesSource(guard, text) ||
    (spelled.some((word, at) => word !== words[at]) && viewsOf(spelled).some((view) => hasRareWord(guard, view))) ||
    (shown !== text && viewsOfText(shown).some((view) => hasLeak(guard, view)))
  );
}

function leaksDecoded(guard: Guard, text: string): boolean {
  let layer = unescapeText(text);
  for (let depth = 0; depth < decodingsAtMost; depth += 1) {
    layer = `${decodeRuns(layer)}\n${decodeRuns([...layer].reverse().join(''))}`.trim();
    if (layer === '') return false;
    if (viewsOfText(unescapeText(layer)).some((view) => hasLeak(guard, view))) return true;
  }
  return false;
}

/** Pieces of a code with ordinary words between them, over several sentences. */
function leaksInPieces(guard: Guard, text: string, earlier: CodePieces): boolean {
  return codePieces(text).some(
    (pieces, reading) =>
      pieces.length > 0 && viewsOf([...(earlier[reading] ?? []), ...pieces]).some((view) => hasRareWord(guard, view)),
  );
}

function hasLeak(guard: Guard, view: TextView): boolean {
  return hasRareWord(guard, view) || hasQuotation(guard, unleet(view.chars));
}

function hasRareWord({ compiled, allowed }: Guard, view: TextView): boolean {
  if (isAnyNew(compiled.exact(view), allowed.exact)) return true;
  return hasLeet(view.chars) && isAnyNew(compiled.leet({ ...view, chars: unleet(view.chars) }), allowed.leet);
}

function isAnyNew(found: ReadonlySet<number>, allowed: ReadonlySet<number>): boolean {
  for (const each of found) if (!allowed.has(each)) return true;
  return false;
}

/** Whether so many content words in a row stand in an internal text and in no allowed one. */
function hasQuotation(guard: Guard, chars: string): boolean {
  const { runs, spans } = guard.compiled;
  return sharedRuns(runs, chars).some(({ inIndex, length }) => {
    for (let at = firstSpanFrom(spans, inIndex); ; at += 1) {
      const last = spans[at + quotedWords - 1];
      if (!last || last.end > inIndex + length) return false;
      if (!isAllowedWindow(guard, at, last.end)) return true;
    }
  });
}

function isAllowedWindow({ compiled: { runs, spans }, allowed }: Guard, at: number, end: number): boolean {
  const known = allowed.windows.get(at);
  if (known !== undefined) return known;
  const isAllowed = allowed.chars.includes(runs.chars.slice(spans[at]?.start, end));
  allowed.windows.set(at, isAllowed);
  return isAllowed;
}

function firstSpanFrom(spans: readonly { readonly start: number }[], start: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A name that is an ordinary word counts where it is set off by quotes or emphasis. */
function namesSource({ compiled, allowed }: Guard, text: string): boolean {
  if (compiled.ordinaryNames.size === 0) return false;
  return [...text.matchAll(setOff)].some((match) => {
    const name = viewOf(wordsOf(match[1] ?? '')).chars;
    return compiled.ordinaryNames.has(name) && !allowed.names.has(name);
  });
}
