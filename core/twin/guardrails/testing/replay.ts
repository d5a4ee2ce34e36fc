import { compileGuard } from '../compile-guard.ts';
import { guardFor } from '../guard-for.ts';
import { guardReply } from '../guard-reply.ts';
import type { Attack } from './attacks.ts';

export const honestLine = 'I cannot share that.';

/** What a visitor gets of the reply of an attack. */
export function replay(attack: Omit<Attack, 'name' | 'canaries'>): string {
  const guard = guardFor(
    compileGuard({
      passages: attack.internalPassages.map((text) => ({ headings: [], text })),
      sources: [{ names: attack.internalNames, url: null }],
    }),
    { texts: [...attack.mentionedPassages, attack.question], urls: [] },
  );
  const checker = guardReply(guard, honestLine);
  return attack.pieces.map((piece) => checker.check(piece).release).join('') + checker.finish().release;
}
