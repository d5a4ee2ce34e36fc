import { recentlyUsed } from '../../core/recently-used.ts';
import type { Context } from '../ports/context.ts';
import type { TwinReplies } from '../ports/twin-replies.ts';
import { effectRunner } from './effect-runner.ts';
import type { Engine } from './engine.ts';
import { flowLoader } from './flow-loader.ts';
import { oneAtATime } from './one-at-a-time.ts';

const sessionsKept = 10_000;

/** The engine of this node, at rest: `effects.start()` sets it going. */
export function sessionEngine(ctx: Context, twins: TwinReplies): Engine {
  const engine: Engine = {
    ctx,
    loadFlow: flowLoader(ctx),
    twins,
    hot: recentlyUsed(sessionsKept),
    inOrder: oneAtATime(),
    effects: effectRunner(() => engine),
  };
  return engine;
}
