import { spelledOut, spokenSign } from './spelled-out.ts';
import { foldWord } from './words-of.ts';

/** One text read three ways: as it stands, without numbers that count, and with words that spell a sign as that sign. */
export type CodePieces = readonly (readonly string[])[];

const ordinal =
  /^[ \t>]*(?:[-*+•–]|\(?\d{1,3}[.)])[ \t]+|\b(?:part|piece|step|half|chunk|line|section|group|teil|partie|parte|number|no|nr)\b\.?\s*#?\d{1,2}\b|\b\d{1,2}\s*(?=[):])/gimu;
const piece =
  /(?<=["“„«`*'])(?<quoted>[\p{L}\p{N}_./@-]{1,20})(?=["”“»`*'])|(?<=_)(?<after>[\p{L}\p{N}]+)|(?<before>[\p{L}\p{N}]+)(?=_)|[\p{L}\p{N}]+/gu;

/**
 * The words of a text that look like pieces of a code handed over bit by bit between ordinary words: with digits or
 * capitals inside, single letters, words in quotes, in emphasis or at an underscore.
 */
export function codePieces(text: string): CodePieces {
  const uncounted = text.replace(ordinal, ' ');
  return [piecesOf(text, false), piecesOf(uncounted, false), piecesOf(uncounted, true)];
}

function piecesOf(text: string, isSpelled: boolean): string[] {
  const matches = [...text.matchAll(piece)];
  return matches.flatMap((match, at) => {
    const folded = foldWord(match[0]).replace(/[^\p{L}\p{N}]/gu, '');
    const isMarked = Object.values(match.groups ?? {}).some((group) => group !== undefined);
    const isPiece = isMarked || looksCoded(match[0], matches[at - 1]?.[0] ?? '', matches[at + 1]?.[0] ?? '');
    if (isSpelled) return isPiece || spokenSign(folded) !== undefined ? spelledOut([folded]) : [];
    return isPiece ? [folded] : [];
  });
}

/** A lone letter that is a word in some language counts beside other pieces only. */
function looksCoded(word: string, before: string, after: string): boolean {
  if (/^[aeiouyàèéó]$/iu.test(word)) return isShortCode(before) || isShortCode(after);
  return isShortCode(word) || /.\p{Lu}/u.test(word);
}

function isShortCode(word: string): boolean {
  return /\p{Nd}|^\p{L}$/u.test(word);
}
