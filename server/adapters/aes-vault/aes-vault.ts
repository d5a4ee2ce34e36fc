import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Vault } from '../../ports/vault.ts';

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
/** Names the format: nonce, tag and ciphertext after one another, in base64url. */
const version = 'v1.';

/** Seals with AES-256-GCM under a key derived from the server's secret (HKDF, SHA-256); the context is authenticated beside the text. */
export function aesVault(secretKey: string): Vault {
  const key = Buffer.from(hkdfSync('sha256', secretKey, '', 'parley vault v1', 32));
  return {
    seal(plain, context) {
      const nonce = randomBytes(nonceBytes);
      const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(context));
      const text = Buffer.concat([sealing.update(plain, 'utf8'), sealing.final()]);
      return version + Buffer.concat([nonce, sealing.getAuthTag(), text]).toString('base64url');
    },
    open(sealed, context) {
      try {
        return opened(key, sealed, context);
      } catch (cause) {
        throw new Error('A stored secret does not open: PARLEY_SECRET_KEY is not the one it was sealed with.', {
          cause,
        });
      }
    },
  };
}

function opened(key: Buffer, sealed: string, context: string): string {
  if (!sealed.startsWith(version)) throw new Error('unknown format');
  const bytes = Buffer.from(sealed.slice(version.length), 'base64url');
  const nonce = bytes.subarray(0, nonceBytes);
  const tag = bytes.subarray(nonceBytes, nonceBytes + tagBytes);
  const opening = createDecipheriv(cipher, key, nonce, { authTagLength: tagBytes });
  opening.setAAD(Buffer.from(context)).setAuthTag(tag);
  const text = opening.update(bytes.subarray(nonceBytes + tagBytes));
  return Buffer.concat([text, opening.final()]).toString('utf8');
}
