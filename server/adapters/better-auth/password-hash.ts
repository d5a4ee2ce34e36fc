import { hash, verify } from '@node-rs/argon2';

/** Argon2id at the library's defaults (19 MiB, 2 passes), which follow OWASP's advice. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'));
}

export function passwordMatches(hashed: string, password: string): Promise<boolean> {
  return verify(hashed, password.normalize('NFKC'));
}
