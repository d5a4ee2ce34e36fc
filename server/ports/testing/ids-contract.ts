import { describe, expect, test } from 'vitest';
import type { Ids } from '../ids.ts';

/** What every source of ids holds to. */
export function describeIds(name: string, make: () => Ids): void {
  describe(`${name}, as ids`, () => {
    test('an id is its prefix and 32 hex digits', () => {
      expect(make().next('flw')).toMatch(/^flw_[0-9a-f]{32}$/);
    });

    test('ids sort in the order they were made', () => {
      const ids = make();
      const made = Array.from({ length: 1000 }, () => ids.next('ses') as string);
      expect(new Set(made).size).toBe(made.length);
      expect(made.toSorted()).toEqual(made);
    });

    test('secrets differ, follow their prefix and suit a URL', () => {
      const ids = make();
      const secrets = Array.from({ length: 100 }, () => ids.secret('pk_'));
      expect(new Set(secrets).size).toBe(secrets.length);
      for (const secret of secrets) expect(secret).toMatch(/^pk_[A-Za-z0-9_-]{43}$/);
      expect(ids.secret()).toMatch(/^[A-Za-z0-9_-]{43}$/);
    });

    test('a digest is the SHA-256 in hex', () => {
      expect(make().digest('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    });
  });
}
