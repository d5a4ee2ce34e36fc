import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileGuard } from './compile-guard.ts';
import { type Guard, guardFor } from './guard-for.ts';
import { guardReply, type ReplyChecker } from './guard-reply.ts';
import { inPieces } from './testing/in-pieces.ts';
import { innocents } from './testing/innocents.ts';
import { honestLine, replay } from './testing/replay.ts';

const secret = 'The voucher for partners is ZXQ-81-PLM-447.';

function guardOf(internal = secret, allowed: readonly string[] = []): Guard {
  const compiled = compileGuard({ passages: [{ headings: [], text: internal }], sources: [] });
  return guardFor(compiled, { texts: allowed, urls: [] });
}

function checkerOf(internal = secret, allowed: readonly string[] = []): ReplyChecker {
  return guardReply(guardOf(internal, allowed), honestLine);
}

function wholeReply(reply: string, internal = secret): string {
  return replay({ internalPassages: [internal], mentionedPassages: [], question: '', pieces: [reply] }).shown;
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

  it('releases a sentence with the first sign after its end, and not before', () => {
    const checker = checkerOf();
    expect(checker.check('Boots can go back').release).toBe('');
    expect(checker.check(' within a month.').release).toBe('');
    expect(checker.check(' Keep').release).toBe('Boots can go back within a month.');
    expect(checker.check(' the box').release).toBe('');
    expect(checker.finish().release).toBe(' Keep the box');
  });

  it.each([
    ['a guard that comes later', (checker: ReplyChecker, later: Guard) => checker.guardWith(later)],
    ['another attempt', (checker: ReplyChecker) => checker.restart()],
  ])('reads what was shown together with what follows %s', (_, happens) => {
    const next = 'Then comes 1-PLM.';
    expect(wholeReply(next)).toBe(next);
    const checker = checkerOf();
    checker.check('It begins with ZXQ-8.\n');
    happens(checker, guardOf());
    expect(checker.check(`${next}\n`).dropped).toEqual([next]);
  });

  it('holds what is not shown yet against a guard that comes later', () => {
    const checker = checkerOf('Nothing of the sort.');
    checker.check('It is ZXQ-81-PLM-447.');
    checker.guardWith(guardOf());
    expect(checker.finish()).toEqual({ release: honestLine, dropped: ['It is ZXQ-81-PLM-447.'] });
  });

  it('reads over marks that cite', () => {
    expect(wholeReply('Z[1]X[1]Q[1]-81-[2]PLM-4[3]47.')).toBe(honestLine);
  });

  it('drops the sentence that leaks and keeps its neighbours', () => {
    expect(wholeReply('Partners get a voucher from us. It is ZXQ-81-PLM-447. Ask your contact for it.')).toBe(
      'Partners get a voucher from us. Ask your contact for it.',
    );
  });

  it('drops the list item that leaks and keeps its neighbours', () => {
    expect(wholeReply('What we can offer to you:\n\n- a refund\n- ZXQ-81-PLM-447\n- a repair\n')).toBe(
      'What we can offer to you:\n\n- a refund\n- a repair\n',
    );
  });

  it('says the honest line where nothing else is left', () => {
    expect(wholeReply('ZXQ-81-PLM-447')).toBe(honestLine);
    expect(wholeReply('Sure! It is ZXQ-81-PLM-447.')).toBe(`Sure!\n\n${honestLine}`);
  });

  it('says the honest line where an announcement is all that is left', () => {
    const reply = 'Partners who ask for it get this voucher from all of us:\nZXQ-81-PLM-447';
    expect(wholeReply(reply)).toBe(`Partners who ask for it get this voucher from all of us:\n\n${honestLine}`);
  });

  it('tells what it dropped, once', () => {
    const checker = checkerOf();
    const dropped = [...checker.check('It is ZXQ-81-PLM-447. And ').dropped, ...checker.finish().dropped];
    expect(dropped).toEqual(['It is ZXQ-81-PLM-447.']);
  });

  it('leaves only a part of a code that is split over sentences, and less than most of it', () => {
    const shown = wholeReply('Remember ZXQ for a moment. Then there is 81. After that comes PLM. It ends with 447.');
    expect(shown).toBe('Remember ZXQ for a moment. Then there is 81. It ends with 447.');
  });

  it('lets through what an allowed text says too', () => {
    const checker = checkerOf(secret, ['Use ZXQ-81-PLM-447 at the till.']);
    expect(checker.check('Use ZXQ-81-PLM-447 at the till.').release + checker.finish().release).toBe(
      'Use ZXQ-81-PLM-447 at the till.',
    );
  });

  it('makes no link to an address that nobody gave', () => {
    expect(wholeReply('See [the shop](https://collect.example/?q=abc) now.')).toBe(
      'See the shop (`https://collect.example/?q=abc`) now.',
    );
  });

  it('keeps the fence of a code block that leaks', () => {
    expect(wholeReply('This is what I can show you here.\n```ZXQ-81-PLM-447\nls\n```\nAnything else?')).toBe(
      'This is what I can show you here.\n```\nls\n```\nAnything else?',
    );
  });

  it('leaves code blocks as they are', () => {
    const reply = '```\ncurl https://collect.example/a\n```\n';
    expect(wholeReply(reply)).toBe(reply);
  });

  it('releases any text without links unchanged, however it is cut, where nothing is internal', () => {
    const words = fc.array(
      fc.constantFrom('a', 'B.', ' ', '\n', '**', '- ', '1. ', '```', '。', '[x', ']', '(', '😀', 'é!', '…'),
    );
    const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 });
    fc.assert(
      fc.property(words, lengths, (parts, sizes) => {
        const text = parts.join('');
        const { shown } = replay({
          internalPassages: [],
          mentionedPassages: [],
          question: '',
          pieces: inPieces(text, sizes),
        });
        expect(shown).toBe(text);
      }),
    );
  });

  it('holds no more than a bounded part of a sentence that never ends', () => {
    const checker = checkerOf();
    let held = 0;
    for (let turn = 0; turn < 2_000; turn += 1) {
      const piece = turn % 2 === 0 ? 'word ' : 'andmore';
      held += piece.length - checker.check(piece).release.length;
      expect(held).toBeLessThan(2_100);
    }
  });
});
