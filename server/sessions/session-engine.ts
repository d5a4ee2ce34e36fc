import type { Context } from '../ports/context.ts';
import type { TwinReplies } from '../ports/twin-replies.ts';
import { effectRunner } from './effect-runner.ts';
import type { Engine } from './engine.ts';
import { flowLoader } from './flow-loader.ts';
import { hotSessions } from './hot-sessions.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** The engine of this node, at rest: `effects.start()` sets it going. */
export function sessionEngine(ctx: Context, twins: TwinReplies): Engine {
  const engine: Engine = {
    ctx,
    loadFlow: flowLoader(ctx),
    twins,
    hot: hotSessions(),
    inOrder: oneAtATime(),
    effects: effectRunner(() => engine),
  };
  return engine;
}
