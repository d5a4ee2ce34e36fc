import { codePieces } from './code-pieces.ts';
import type { Guard } from './guard-for.ts';
import { type EarlierText, isLeaking, nothingEarlier } from './is-leaking.ts';
import { keepKnownLinks } from './known-links.ts';
import { splitSentences } from './split-sentences.ts';
import { writtenWordsOf } from './words-of.ts';

export interface CheckedText {
  /** May be shown now; empty while a sentence has not ended. */
  readonly release: string;
  /** Sentences that gave internal material away, for nobody but the owner. */
  readonly dropped: readonly string[];
}

/** Checks one reply as a model writes it. */
export interface ReplyChecker {
  /** Takes the next piece, which may end anywhere. */
  check(piece: string): CheckedText;
  /** Checks what is left when the reply has ended or was stopped. */
  finish(): CheckedText;
  /** From here on this guard holds, also for what has not been released yet. */
  guardWith(guard: Guard): void;
  /** The reply is written anew. Both attempts may have been seen, so that they are read together. */
  restart(): void;
}

/** Characters of what was shown that the next sentence is read together with. */
const tailLength = 300;
/** Pieces of codes that are remembered further back. */
const piecesAtMost = 64;
/** With fewer words left, what was dropped was the answer. */
const answerWords = 6;
/** A reader passes over them, and those that cite nothing are taken out in the end. */
const citationMark = /\[\d{1,3}\]/gu;
const fence = /^\s*(?:`{3,}|~{3,})/u;

/**
 * Releases a reply sentence by sentence, without those that give internal material away alone or together with what
 * was shown before, and with links to known addresses only. Where that leaves no answer, `honestLine` is said, in the
 * reply's language. Memory is bounded whatever the reply.
 */
export function guardReply(firstGuard: Guard, honestLine: string): ReplyChecker {
  const splitter = splitSentences();
  let guard = firstGuard;
  let earlier = nothingEarlier;
  let words = 0;
  let hasDropped = false;
  let isInFence = false;

  function release(sentence: string): string {
    earlier = remember(earlier, sentence);
    const isFence = fence.test(sentence);
    if (isFence) isInFence = !isInFence;
    const shown = isFence || isInFence ? sentence : keepKnownLinks(sentence, guard.allowed.links);
    const start = words === 0 && hasDropped ? shown.trimStart() : shown;
    words += writtenWordsOf(sentence).length;
    return start;
  }

  function checkAll(sentences: readonly string[]): CheckedText {
    const dropped: string[] = [];
    let released = '';
    for (const sentence of sentences) {
      if (isLeaking(guard, sentence, earlier) || isLeakingUnmarked(guard, sentence, earlier)) {
        dropped.push(sentence.trim());
        hasDropped = true;
        // Without the line that opens a code block, the line that closes it would open one.
        released += release(fence.exec(sentence)?.[0] ?? '');
      } else released += release(sentence);
    }
    return { release: released, dropped };
  }

  return {
    check: (piece) => checkAll(splitter.feed(piece)),
    finish() {
      const rest = splitter.rest();
      const { release: last, dropped } = checkAll(rest === '' ? [] : [rest]);
      const isAnswerGone = hasDropped && (words < answerWords || /:\s*$/u.test(earlier.end));
      if (!isAnswerGone) return { release: last, dropped };
      return { release: `${last}${words === 0 ? '' : '\n\n'}${honestLine}`, dropped };
    },
    guardWith(next) {
      guard = next;
    },
    restart() {
      splitter.rest();
      words = 0;
      hasDropped = false;
      isInFence = false;
    },
  };
}

function isLeakingUnmarked(guard: Guard, sentence: string, earlier: EarlierText): boolean {
  const unmarked = sentence.replace(citationMark, '');
  return unmarked !== sentence && isLeaking(guard, unmarked, earlier);
}

function remember({ end, pieces }: EarlierText, written: string): EarlierText {
  const sentence = written.replace(citationMark, '');
  const whole = end + sentence;
  return {
    // Cut between words: half a word could pass for a whole one.
    end: whole.length > tailLength ? whole.slice(-tailLength).replace(/^\S{0,40}\s/u, '') : whole,
    pieces: codePieces(sentence).map((each, reading) => [...(pieces[reading] ?? []), ...each].slice(-piecesAtMost)),
  };
}
