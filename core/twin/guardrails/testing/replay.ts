import { compileGuard } from '../compile-guard.ts';
import { guardFor } from '../guard-for.ts';
import { guardReply } from '../guard-reply.ts';

export interface Replay {
  readonly internalPassages: readonly string[];
  readonly internalNames?: readonly string[];
  readonly mentionedPassages: readonly string[];
  readonly question: string;
  readonly urls?: readonly string[];
  readonly pieces: readonly string[];
}

export const honestLine = '(That is not for me to share.)';

/** What a visitor gets of a reply, and what was dropped of it. */
export function replay(reply: Replay): { shown: string; dropped: string[] } {
  const compiled = compileGuard({
    passages: reply.internalPassages.map((text) => ({ headings: [], text })),
    sources: [{ names: reply.internalNames ?? [], url: null }],
  });
  const guard = guardFor(compiled, { texts: [...reply.mentionedPassages, reply.question], urls: reply.urls ?? [] });
  const checker = guardReply(guard, honestLine);
  const checked = [...reply.pieces.map((piece) => checker.check(piece)), checker.finish()];
  return { shown: checked.map((each) => each.release).join(''), dropped: checked.flatMap((each) => each.dropped) };
}
