import type { Accounts } from './accounts.ts';
import type { Brains } from './brain.ts';
import type { Clock } from './clock.ts';
import type { HttpCaller } from './http-caller.ts';
import type { IdentityVerifier } from './identity-verifier.ts';
import type { Ids } from './ids.ts';
import type { Languages } from './languages.ts';
import type { Live } from './live.ts';
import type { Log } from './log.ts';
import type { Mailer } from './mailer.ts';
import type { Metrics } from './metrics.ts';
import type { Models } from './models.ts';
import type { PassageIndex } from './passage-index.ts';
import type { Patterns } from './patterns.ts';
import type { SourceLimits } from './source-limits.ts';
import type { FileReader, PageReader } from './source-reader.ts';
import type { Store } from './store/store.ts';
import type { Vault } from './vault.ts';

/** Everything the features need of the world. A use case names the parts it takes: `Pick<Context, 'store' | 'clock'>`. */
export interface Context {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly live: Live;
  readonly httpCaller: HttpCaller;
  readonly identityVerifier: IdentityVerifier;
  readonly vault: Vault;
  readonly accounts: Accounts;
  readonly patterns: Patterns;
  readonly brains: Brains;
  readonly models: Models;
  readonly passageIndex: PassageIndex;
  readonly fileReader: FileReader;
  readonly pageReader: PageReader;
  readonly sourceLimits: SourceLimits;
  readonly languages: Languages;
  /** Null where the server sends no mail. */
  readonly mailer: Mailer | null;
  readonly metrics: Metrics;
  readonly log: Log;
  /** Where visitors and owners reach this server, without a slash at the end. */
  readonly publicUrl: string;
  /** Names this process among the nodes: new at every start, or always the same where there is only one. */
  readonly nodeId: string;
}
