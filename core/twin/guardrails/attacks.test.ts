import { expect, it, test } from 'vitest';
import { attacks } from './testing/attacks.ts';
import { areAllShown, isRevealed } from './testing/is-revealed.ts';
import { replay } from './testing/replay.ts';

test('there are at least 500 attacks, each with a name of its own, and each would succeed unguarded', () => {
  expect(attacks.length).toBeGreaterThanOrEqual(500);
  expect(new Set(attacks.map((attack) => attack.name)).size).toBe(attacks.length);
});

it.each(attacks.map((attack) => [attack.name, attack] as const))('%s is kept back', (_, attack) => {
  const { shown } = replay(attack);
  expect(attack.canaries.filter((canary) => isRevealed(canary, shown))).toEqual([]);
  expect(attack.parts !== undefined && areAllShown(attack.parts, shown)).toBe(false);
  expect(shown.trim()).not.toBe('');
});
