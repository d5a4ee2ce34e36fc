import type { RecentlyUsed } from '../../core/recently-used.ts';
import type { AnsweredEffect } from '../../core/session/effect.ts';
import type { Context } from '../ports/context.ts';
import type { LoadFlow } from '../ports/load-flow.ts';
import type { TurnSession } from '../ports/store/turn-store.ts';
import type { PreparedReply, TwinReplies } from '../ports/twin-replies.ts';
import type { OneAtATime } from './one-at-a-time.ts';

/** How long a node may work on an effect before another may take it; renewed while the work runs. */
export const leaseMs = 10_000;

/** What a node keeps in memory to run sessions. Losing it loses nothing: all of it can be read again. */
export interface Engine {
  readonly ctx: Context;
  readonly loadFlow: LoadFlow;
  readonly twins: TwinReplies;
  /**
   * Sessions this node has touched last, so that a turn starts without a read. A copy may be stale: the commit compares
   * revisions, and a refused one makes the turn load again.
   */
  readonly hot: RecentlyUsed<TurnSession>;
  readonly inOrder: OneAtATime;
  readonly effects: EffectRunner;
}

/** By the id of the effect that asks. */
export type PreparedReplies = ReadonlyMap<string, PreparedReply>;

export interface EffectRunner {
  /** Performs effects just committed under this node's lease, without being waited for; with what was prepared for some. */
  begin(session: TurnSession, effects: readonly AnsweredEffect[], prepared?: PreparedReplies): void;
  /**
   * Starts looking for effects that a crashed or stopped node left behind, and for due timers. Leases in this node's
   * name are of its former life: they end at once.
   */
  start(): Promise<void>;
  /** Takes no new work, waits for what runs, at most this long, keeping its leases, and gives the remaining ones back. */
  stop(graceMs: number): Promise<void>;
}
