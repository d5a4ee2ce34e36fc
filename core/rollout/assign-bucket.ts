import { murmur3After } from './murmur3.ts';

/** Names the formula of `assignBucket` in stored decisions; another formula would get the next number. */
export const hashVersion = 1;

/** Assigns buckets, 0 to 9999, under one deployment's salt. */
export type BucketOf = (unitKey: string) => number;

/**
 * The bucket, 0 to 9999, of a person or visitor in a deployment: murmur3 of `salt:unitKey`, modulo 10000.
 * The same two texts always give the same bucket; buckets under different salts are independent.
 */
export function assignBucket(salt: string, unitKey: string): number {
  return bucketsOf(salt)(unitKey);
}

/** The same with the salt half hashed, for a deployment that is asked about many visitors. */
export function bucketsOf(salt: string): BucketOf {
  const hash = murmur3After(`${salt}:`);
  return (unitKey) => (hash(unitKey) >>> 0) % 10_000;
}
