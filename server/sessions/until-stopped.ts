import type { Context } from '../ports/context.ts';
import type { TurnSession } from '../ports/store/turn-store.ts';

/** A signal that aborts when the visitor, on whichever node, wants to hear no more of this answer, or has left. */
export function untilStopped(ctx: Pick<Context, 'live' | 'store' | 'log'>, session: TurnSession, effectId: string) {
  const stopping = new AbortController();
  let seen = session.state.lastSeq;
  let tail = Promise.resolve();

  async function look(): Promise<void> {
    if (stopping.signal.aborted) return;
    for (const event of await ctx.store.turns.eventsAfter(session, seen)) {
      seen = event.seq;
      const isStop = event.type === 'stopRequested' && event.effectId === effectId;
      if (isStop || event.type === 'sessionEnded') stopping.abort();
    }
  }

  const unsubscribe = ctx.live.subscribe(session.id, ({ delta }) => {
    if (delta) return;
    tail = tail.then(look).catch((error: unknown) => {
      ctx.log.warn('looking for a stop failed', { sessionId: session.id }, error);
    });
  });
  return { signal: stopping.signal, release: unsubscribe };
}
