import { murmur3OfPair } from './murmur3.ts';

/** Names the formula of `assignBucket` in stored decisions; another formula would get the next number. */
export const hashVersion = 1;

/**
 * The bucket, 0 to 9999, of a person or visitor in a deployment: murmur3 of `salt:unitKey`, modulo 10000 (DESIGN 5).
 * The same two texts always give the same bucket; buckets under different salts are independent.
 */
export function assignBucket(salt: string, unitKey: string): number {
  return murmur3OfPair(salt, unitKey) % 10_000;
}
