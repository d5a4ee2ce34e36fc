import { advanceSession } from '../../core/session/advance-session.ts';
import { type AnsweredEffect, isAnswered } from '../../core/session/effect.ts';
import type { SessionEvent, SessionInput } from '../../core/session/session-event.ts';
import type { Context } from '../ports/context.ts';
import type { TurnSession } from '../ports/store/turn-store.ts';
import { type Engine, leaseMs, type PreparedReplies } from './engine.ts';

/** What a caller wants done with the session as it stands now; asked again when another turn was first. */
export type TurnPlan<Answer> =
  | {
      readonly input: SessionInput;
      readonly clientMessageId?: string;
      readonly completed?: { readonly effectId: string; readonly holder: string };
    }
  | { readonly answer: Answer };

export type TurnEnd<Answer> =
  | { readonly kind: 'committed'; readonly session: TurnSession; readonly events: readonly SessionEvent[] }
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'repeated'; readonly seq: number }
  | { readonly kind: 'leaseLost' }
  | { readonly kind: 'gone' };

/** Turns lost to other nodes before giving up; on one node turns of a session never meet. */
const attempts = 20;

/**
 * One turn of a session: plan on its state, advance the core, commit all of it in one statement, then
 * tell the live streams and perform the effects. Retried from a fresh read when another turn was first.
 */
export function takeTurn<Answer = never>(
  engine: Engine,
  sessionId: string,
  plan: (session: TurnSession) => TurnPlan<Answer> | Promise<TurnPlan<Answer>>,
): Promise<TurnEnd<Answer>> {
  return engine.inOrder(sessionId, async () => {
    const release = engine.ctx.metrics.hold('runningTurns');
    try {
      return await retryTurn(engine, sessionId, plan);
    } finally {
      release();
    }
  });
}

async function retryTurn<Answer>(
  engine: Engine,
  sessionId: string,
  plan: (session: TurnSession) => TurnPlan<Answer> | Promise<TurnPlan<Answer>>,
): Promise<TurnEnd<Answer>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const end = await tryTurn(engine, sessionId, plan);
    if (end) return end;
    engine.hot.delete(sessionId);
  }
  throw new Error(`session ${sessionId} changed ${attempts} times while a turn was tried`);
}

async function tryTurn<Answer>(
  engine: Engine,
  sessionId: string,
  plan: (session: TurnSession) => TurnPlan<Answer> | Promise<TurnPlan<Answer>>,
): Promise<TurnEnd<Answer> | null> {
  const { ctx } = engine;
  const started = performance.now();
  const session = engine.hot.get(sessionId) ?? (await ctx.store.turns.load(sessionId));
  if (!session) return { kind: 'gone' };
  const planned = await plan(session);
  if ('answer' in planned) return { kind: 'answered', answer: planned.answer };
  const flow = await engine.loadFlow(session.workspaceId, session.versionId);

  const loaded = performance.now();
  const at = ctx.clock.now();
  const [next, effects, events] = advanceSession({ flow, state: session.state }, planned.input, at);
  const answered = effects.filter(isAnswered);
  const advanced = performance.now();
  const advancedSession = { ...session, state: next.state };
  // What answers go by is read while the disk is waited for.
  const prepared = preparedReplies(engine, advancedSession, events, answered);
  const result = await ctx.store.turns.commit({
    session,
    state: next.state,
    events,
    effects: answered,
    completed: planned.completed,
    lease: { holder: ctx.nodeId, until: new Date(at.getTime() + leaseMs) },
    evaluate: effects.some((effect) => effect.type === 'evaluateGoal'),
    clientMessageId: planned.clientMessageId,
    at,
  });
  if (result.kind === 'stale') return null;
  if (result.kind !== 'committed') return result;
  recordStages(ctx, { started, loaded, advanced });

  const committed = { ...advancedSession, revision: result.revision };
  engine.hot.set(sessionId, committed);
  tellLive(engine, committed, events);
  engine.effects.begin(committed, answered, prepared);
  return { kind: 'committed', session: committed, events };
}

function preparedReplies(
  { twins }: Engine,
  session: TurnSession,
  events: readonly SessionEvent[],
  effects: readonly AnsweredEffect[],
): PreparedReplies {
  const asking = effects.filter((effect) => effect.type === 'askTwin');
  return new Map(asking.map((effect) => [effect.id, twins.prepare(session, effect, events)]));
}

function tellLive(engine: Engine, session: TurnSession, events: readonly SessionEvent[]): void {
  if (events.length > 0) {
    engine.ctx.live.publish({ sessionId: session.id, lastSeq: session.state.lastSeq, events });
  }
  for (const event of events) {
    if (event.type === 'sessionEnded') engine.ctx.metrics.count('sessionEnded', { reason: event.reason });
  }
}

function recordStages(ctx: Pick<Context, 'metrics'>, at: { started: number; loaded: number; advanced: number }): void {
  ctx.metrics.time('turn', { stage: 'load' }, at.loaded - at.started);
  ctx.metrics.time('turn', { stage: 'advance' }, at.advanced - at.loaded);
  ctx.metrics.time('turn', { stage: 'commit' }, performance.now() - at.advanced);
  ctx.metrics.count('turnCommitted', {});
}
