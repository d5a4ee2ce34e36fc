/** Encrypts secrets at rest with the server's own key. */
export interface Vault {
  /** Authenticated ciphertext, as text; `context` (such as `secret:<workspace>:<name>`) must be the same to open it. */
  seal(plain: string, context: string): string;
  /** Throws when the text was not sealed with this key and context. */
  open(sealed: string, context: string): string;
}
