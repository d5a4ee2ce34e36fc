import type { DeploymentId, SessionId, VersionId, WorkspaceId } from '../../../core/ids.ts';
import type { AnsweredEffect } from '../../../core/session/effect.ts';
import type { SessionState } from '../../../core/session/session.ts';
import type { SessionEvent } from '../../../core/session/session-event.ts';

/** A session as a turn needs it. */
export interface TurnSession {
  readonly id: SessionId;
  readonly workspaceId: WorkspaceId;
  readonly deploymentId: DeploymentId;
  readonly versionId: VersionId;
  readonly versionNumber: number;
  readonly kind: 'live' | 'test';
  /** Counts turns; a write must name the one it read. */
  readonly revision: number;
  readonly tokenHash: string;
  readonly tokenExpiresAt: Date | null;
  readonly state: SessionState;
}

export interface TurnCommit {
  readonly session: TurnSession;
  readonly state: SessionState;
  readonly events: readonly SessionEvent[];
  readonly effects: readonly AnsweredEffect[];
  /** The effect whose result this turn consumed: removed when the holder still has its lease, else the commit is refused. */
  readonly completed?: { readonly effectId: string; readonly holder: string };
  /** New effects start leased to this node. Timers become due `delayMs` after `at`. */
  readonly lease: { readonly holder: string; readonly until: Date };
  /** Enqueue the evaluation job. */
  readonly evaluate: boolean;
  readonly clientMessageId?: string;
  readonly at: Date;
}

export type TurnResult =
  | { readonly kind: 'committed'; readonly revision: number }
  /** Another turn was first: load again and retry. */
  | { readonly kind: 'stale' }
  /** This clientMessageId was accepted before, as the event with this seq. */
  | { readonly kind: 'repeated'; readonly seq: number }
  /** The lease of `completed` is another node's, or the effect is done: drop the result. */
  | { readonly kind: 'leaseLost' }
  | { readonly kind: 'gone' };

export interface ClaimedEffect {
  readonly sessionId: SessionId;
  readonly workspaceId: WorkspaceId;
  readonly effect: AnsweredEffect;
  /** How often it was taken, this time included. */
  readonly attempts: number;
}

/** The hot path of a session: one round trip to load, one to commit. */
export interface TurnStore {
  load(sessionId: string): Promise<TurnSession | null>;
  /** The `seq` under which a client message was accepted before. */
  acceptedSeq(sessionId: string, clientMessageId: string): Promise<number | null>;
  /** State, events, effects and the evaluation job in one statement; all or nothing. */
  commit(turn: TurnCommit): Promise<TurnResult>;
  /** Events after a seq, oldest first. */
  eventsAfter(session: Pick<TurnSession, 'id' | 'workspaceId'>, seq: number): Promise<SessionEvent[]>;
  /** Takes due effects whose lease has ended, on any session. `until` is the new lease. */
  claimEffects(claim: { holder: string; now: Date; until: Date; limit: number }): Promise<ClaimedEffect[]>;
  /** Lengthens leases still held; returns the effects kept, as `<sessionId>/<effectId>`. */
  renewLeases(renewal: {
    holder: string;
    until: Date;
    effects: readonly { sessionId: string; effectId: string }[];
  }): Promise<string[]>;
  /** Gives leases back so that another node may go on at once. */
  releaseLeases(holder: string): Promise<void>;
  /** Active sessions whose inactivity deadline has passed. */
  inactiveSessions(now: Date, limit: number): Promise<SessionId[]>;
  /** Effects waiting, and the age of the oldest due one in milliseconds, for metrics. */
  effectBacklog(now: Date): Promise<{ waiting: number; oldestMs: number }>;
}
