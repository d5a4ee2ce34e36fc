/** Accounts of people who sign in to the console: the accounts library's, not ours. */
export interface Accounts {
  /** Creates an account with a password. The email must be new. */
  create(account: {
    name: string;
    email: string;
    password: string;
  }): Promise<{ ok: true; userId: string } | { ok: false; reason: 'email_taken' }>;
  /** Sets a password from the command line or an owner's reset. */
  setPassword(userId: string, password: string): Promise<void>;
  findByEmail(email: string): Promise<{ userId: string; name: string } | null>;
  findById(userId: string): Promise<{ name: string; email: string } | null>;
}
