import type { Store } from '../../store/store.ts';

/** An empty installation, and what a test must see or arrange around it. */
export interface StoreUnderTest {
  readonly store: Store;
  /** Makes an account that can become a member. */
  addAccount(account: { userId: string; name: string; email: string }): Promise<void>;
  /** The jobs enqueued so far, oldest first. */
  jobs(): Promise<{ name: string; payload: unknown }[]>;
  /** Makes the installation empty again. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** The installation that the tests of one suite share, empty at the start of each test. */
export type CurrentStore = () => StoreUnderTest;
