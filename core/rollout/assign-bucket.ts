import { murmur3After, murmur3Prefix } from './murmur3.ts';

/** Names the formula of `assignBucket` in stored decisions; another formula would get the next number. */
export const hashVersion = 1;

/**
 * The bucket, 0 to 9999, of a person or visitor in a deployment: murmur3 of `salt:unitKey`, modulo 10000 (DESIGN 5).
 * The same two texts always give the same bucket; buckets under different salts are independent.
 */
export function assignBucket(salt: string, unitKey: string): number {
  if (salt !== latestSalt) {
    latestSalt = salt;
    latestPrefix = murmur3Prefix(`${salt}:`);
  }
  return murmur3After(latestPrefix, unitKey) % 10_000;
}

/** The salt asked for last, half hashed: a deployment's visitors come in rows. It changes no result, only its cost. */
let latestSalt = '';
let latestPrefix = murmur3Prefix(':');
