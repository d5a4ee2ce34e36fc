import type { Id } from '../../core/ids.ts';

/** The only source of randomness. */
export interface Ids {
  /** A new sortable id: `<prefix>_` and a UUIDv7 in 32 hex digits. */
  next<Prefix extends string>(prefix: Prefix): Id<Prefix>;
  /** A secret of 256 random bits, base64url, after an optional prefix. */
  secret(prefix?: string): string;
  /** SHA-256 of a secret in hex: what is stored instead of it. */
  digest(secret: string): string;
}
