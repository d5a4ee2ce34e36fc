import type { Memory } from '../storage.ts';

const name = 'unitKey';

/** The key that stands for this browser in rollout draws, made at the first visit. It selects a bucket and opens nothing. */
export function unitKeyOf(memory: Memory, newId: () => string): string {
  const known = memory.read(name);
  if (typeof known === 'string' && known !== '') return known;
  const made = newId();
  memory.write(name, made);
  return made;
}
