import { describe, expect, it } from 'vitest';
import { innocents } from './testing/innocents.ts';
import { replay } from './testing/replay.ts';

function inPieces(text: string, lengths: readonly number[]): string[] {
  const pieces: string[] = [];
  for (let at = 0, turn = 0; at < text.length; turn += 1) {
    const length = lengths[turn % lengths.length] ?? 1;
    pieces.push(text.slice(at, at + length));
    at += length;
  }
  return pieces;
}

describe('guardReply', () => {
  it.each(innocents)('releases $name unchanged', ({ internal, mentioned, question, urls, reply }) => {
    for (const lengths of [[1], [7], [100_000], [3, 1, 12]]) {
      const { shown, dropped } = replay({
        internalPassages: [internal],
        internalNames: ['Margins and exceptions.docx', 'Pricing'],
        mentionedPassages: mentioned ? [mentioned] : [],
        question: question ?? 'Can I return boots?',
        urls,
        pieces: inPieces(reply, lengths),
      });
      expect(dropped).toEqual([]);
      expect(shown).toBe(reply);
    }
  });
});
