import type { Context } from '../ports/context.ts';
import type { TurnSession } from '../ports/store/turn-store.ts';

/**
 * A signal that aborts when the visitor, on whichever node, wants to hear no more of this answer, or has left. Of an
 * answer that was begun before, and is taken up again, that may have happened already.
 */
export function untilStopped(
  ctx: Pick<Context, 'live' | 'store' | 'log'>,
  session: TurnSession,
  { effectId, isTakenUp }: { readonly effectId: string; readonly isTakenUp: boolean },
) {
  const stopping = new AbortController();
  let seen = isTakenUp ? 0 : session.state.lastSeq;
  let tail = Promise.resolve();

  async function look(): Promise<void> {
    if (stopping.signal.aborted) return;
    for (const event of await ctx.store.turns.eventsAfter(session, seen)) {
      seen = event.seq;
      const isStop = event.type === 'stopRequested' && event.effectId === effectId;
      if (isStop || event.type === 'sessionEnded') stopping.abort();
    }
  }

  function lookInTurn(): void {
    tail = tail.then(look).catch((error: unknown) => {
      ctx.log.warn('looking for a stop failed', { sessionId: session.id }, error);
    });
  }

  const unsubscribe = ctx.live.subscribe(session.id, ({ delta }) => {
    if (!delta) lookInTurn();
  });
  if (isTakenUp) lookInTurn();
  return { signal: stopping.signal, release: unsubscribe };
}
