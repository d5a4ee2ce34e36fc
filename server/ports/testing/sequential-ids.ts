import { createHash } from 'node:crypto';
import type { Id } from '../../../core/ids.ts';
import type { Ids } from '../ids.ts';

/** Ids and secrets that are the same in every run: 1, 2, 3 … */
export function sequentialIds(): Ids {
  let last = 0;
  const next = (length: number) => {
    last += 1;
    return last.toString(16).padStart(length, '0');
  };
  return {
    next: <Prefix extends string>(prefix: Prefix) => `${prefix}_${next(32)}` as Id<Prefix>,
    secret: (prefix = '') => prefix + next(43),
    digest: (secret) => createHash('sha256').update(secret).digest('hex'),
  };
}
