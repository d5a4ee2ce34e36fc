import type { AnsweredEffect } from '../../core/session/effect.ts';
import type { PreparedReply } from '../ports/twin-replies.ts';
import { type EffectRunner, type Engine, leaseMs } from './engine.ts';
import { performEffect } from './perform-effect.ts';

/** How often a node looks for effects whose lease has ended. */
const lookMs = 1000;
const renewMs = 3000;
/** Effects one node performs at once. */
const concurrency = 64;

interface Running {
  readonly sessionId: string;
  readonly effectId: string;
  readonly done: Promise<void>;
}

/** Performs the effects this node holds a lease of, renews those leases, and picks up what others left. */
export function effectRunner(engineOf: () => Engine): EffectRunner {
  const running = new Map<string, Running>();
  const cancels = new Set<() => void>();
  let phase: 'working' | 'stopping' | 'stopped' = 'working';

  function run(sessionId: string, effect: AnsweredEffect, attempt: number, prepared?: PreparedReply): void {
    const key = `${sessionId}/${effect.id}`;
    if (phase !== 'working' || running.has(key)) return;
    const done = performEffect(engineOf(), sessionId, effect, attempt, prepared).finally(() => running.delete(key));
    running.set(key, { sessionId, effectId: effect.id, done });
  }

  function later(delayMs: number, work: () => void | Promise<void>): void {
    const { ctx } = engineOf();
    const cancel = ctx.clock.after(delayMs, () => {
      cancels.delete(cancel);
      Promise.resolve(work()).catch((error: unknown) => ctx.log.error('looking for effects failed', {}, error));
    });
    cancels.add(cancel);
  }

  async function look(): Promise<void> {
    const { ctx } = engineOf();
    if (phase !== 'working' || running.size >= concurrency) return;
    const now = ctx.clock.now();
    const claimed = await ctx.store.turns.claimEffects({
      holder: ctx.nodeId,
      now,
      until: new Date(now.getTime() + leaseMs),
      limit: concurrency - running.size,
    });
    for (const { sessionId, effect, attempts } of claimed) run(sessionId, effect, attempts);
  }

  async function renew(): Promise<void> {
    if (running.size === 0) return;
    const { ctx } = engineOf();
    const until = new Date(ctx.clock.now().getTime() + leaseMs);
    await ctx.store.turns.renewLeases({ holder: ctx.nodeId, until, effects: [...running.values()] });
  }

  function every(periodMs: number, work: () => Promise<void>): void {
    later(periodMs, async () => {
      try {
        await work();
      } finally {
        if (phase !== 'stopped') every(periodMs, work);
      }
    });
  }

  return {
    begin(session, effects, prepared) {
      for (const effect of effects) {
        if (effect.type === 'scheduleTimer') later(effect.delayMs, look);
        else run(session.id, effect, 1, prepared?.get(effect.id));
      }
    },
    async start() {
      const { ctx } = engineOf();
      await ctx.store.turns.releaseLeases(ctx.nodeId);
      every(lookMs, look);
      every(renewMs, renew);
    },
    async stop(graceMs) {
      phase = 'stopping';
      const { ctx } = engineOf();
      const finished = Promise.allSettled([...running.values()].map((effect) => effect.done));
      let cancelGrace = () => {};
      const grace = new Promise<void>((resolve) => {
        cancelGrace = ctx.clock.after(graceMs, resolve);
      });
      await Promise.race([finished, grace]);
      cancelGrace();
      phase = 'stopped';
      for (const cancel of cancels) cancel();
      await ctx.store.turns.releaseLeases(ctx.nodeId);
    },
  };
}
