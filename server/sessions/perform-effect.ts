import type { AnsweredEffect, AskTwinEffect, CallHttpEffect, ClassifyTextEffect } from '../../core/session/effect.ts';
import type { SessionInput } from '../../core/session/session-event.ts';
import { twinPhrase } from '../../core/twin/twin-phrases.ts';
import { UpstreamError } from '../errors.ts';
import type { Context } from '../ports/context.ts';
import type { IncomingResponse } from '../ports/http-caller.ts';
import type { TurnSession } from '../ports/store/turn-store.ts';
import type { PreparedReply } from '../ports/twin-replies.ts';
import { deltas } from './deltas.ts';
import type { Engine } from './engine.ts';
import { fillSecrets } from './fill-secrets.ts';
import { takeTurn } from './take-turn.ts';
import { untilStopped } from './until-stopped.ts';

const retryableStatus = new Set([429, 502, 503, 504]);
const firstPauseMs = 500;
/** Times an effect is taken up again before its flow goes on without it. */
const attemptsAtMost = 10;

/**
 * Performs one effect and hands its result to the session as its next turn. The result counts only under
 * the lease; a failure of ours leaves the effect stored, to be taken up again when the lease ends, until it has
 * failed so often that the flow is better told.
 */
export async function performEffect(
  engine: Engine,
  sessionId: string,
  effect: AnsweredEffect,
  attempt: number,
  prepared?: PreparedReply,
): Promise<void> {
  const { ctx } = engine;
  const started = performance.now();
  const note = (result: 'done' | 'failed') => {
    ctx.metrics.count('effectPerformed', { kind: effect.type, result });
    ctx.metrics.time('turn', { stage: 'effect' }, performance.now() - started);
  };
  try {
    const input = await resultOf(engine, sessionId, effect, attempt >= attemptsAtMost, prepared);
    await takeTurn(engine, sessionId, () => ({ input, completed: { effectId: effect.id, holder: ctx.nodeId } }));
    note('done');
  } catch (error) {
    note('failed');
    ctx.log.error('an effect failed and will be retried', { sessionId, effectId: effect.id, kind: effect.type }, error);
  }
}

async function resultOf(
  engine: Engine,
  sessionId: string,
  effect: AnsweredEffect,
  isLast: boolean,
  prepared?: PreparedReply,
): Promise<SessionInput> {
  switch (effect.type) {
    case 'scheduleTimer':
      return { type: 'timerElapsed', effectId: effect.id };
    case 'callHttp':
      return callHttp(engine, sessionId, effect, isLast);
    case 'askTwin':
      return askTwin(engine, sessionId, effect, isLast, prepared);
    case 'classifyText':
      return classifyText(engine, sessionId, effect, isLast);
  }
}

async function askTwin(
  engine: Engine,
  sessionId: string,
  effect: AskTwinEffect,
  isLast: boolean,
  prepared?: PreparedReply,
): Promise<SessionInput> {
  const { ctx } = engine;
  const session = await loadedSession(engine, sessionId);
  const stop = untilStopped(ctx, session, { effectId: effect.id, isTakenUp: prepared === undefined });
  try {
    const reply = prepared ?? engine.twins.prepare(session, effect, []);
    return await reply.write(deltas(ctx.live, sessionId, effect.id), stop.signal);
  } catch (error) {
    if (!isLast) throw error;
    ctx.log.error('an effect was given up', { sessionId, effectId: effect.id, kind: effect.type }, error);
    const apology = twinPhrase('apology', session.state.language);
    return { ...noAnswer, effectId: effect.id, nodeId: effect.nodeId, text: apology };
  } finally {
    stop.release();
  }
}

const noAnswer = {
  type: 'twinReplied',
  by: 'builtIn',
  citations: [],
  suggestions: [],
  actions: [],
  asksEmail: false,
  offersEnd: false,
  variables: [],
  facts: [],
} as const satisfies Partial<SessionInput>;

async function classifyText(
  engine: Engine,
  sessionId: string,
  effect: ClassifyTextEffect,
  isLast: boolean,
): Promise<SessionInput> {
  try {
    return await engine.twins.sort(await loadedSession(engine, sessionId), effect);
  } catch (error) {
    if (!isLast) throw error;
    engine.ctx.log.error('an effect was given up', { sessionId, effectId: effect.id, kind: effect.type }, error);
    return { type: 'textClassified', effectId: effect.id, nodeId: effect.nodeId, intentId: null, by: 'words' };
  }
}

async function loadedSession({ ctx, hot }: Engine, sessionId: string): Promise<TurnSession> {
  const session = hot.get(sessionId) ?? (await ctx.store.turns.load(sessionId));
  if (!session) throw new Error(`session ${sessionId} is gone`);
  return session;
}

async function callHttp(
  engine: Engine,
  sessionId: string,
  effect: CallHttpEffect,
  isLast: boolean,
): Promise<SessionInput> {
  const base = { type: 'httpResponded', effectId: effect.id, nodeId: effect.nodeId } as const;
  try {
    const response = await callWithRetries(engine, sessionId, effect);
    return { ...base, status: response.status, body: response.body };
  } catch (error) {
    if (error instanceof UpstreamError) {
      engine.ctx.metrics.count('providerFailed', { provider: error.provider });
      return { ...base, status: 0, body: null, error: error.message };
    }
    if (!isLast) throw error;
    engine.ctx.log.error('an effect was given up', { sessionId, effectId: effect.id, kind: effect.type }, error);
    return { ...base, status: 0, body: null, error: 'the request could not be made' };
  }
}

async function callWithRetries(engine: Engine, sessionId: string, effect: CallHttpEffect): Promise<IncomingResponse> {
  const { ctx } = engine;
  const filled = await fillSecrets(engine, sessionId, effect);
  for (let attempt = 0; ; attempt += 1) {
    const isLast = attempt >= effect.retries;
    try {
      const response = await ctx.httpCaller.call({
        method: effect.method,
        url: filled.url,
        headers: filled.headers,
        body: filled.body,
        timeoutMs: effect.timeoutMs,
        idempotencyKey: `${sessionId}-${effect.id}`,
      });
      if (isLast || !retryableStatus.has(response.status)) return response;
    } catch (error) {
      if (isLast || !(error instanceof UpstreamError && error.retryable)) throw error;
    }
    await pause(ctx, firstPauseMs * 2 ** attempt);
  }
}

function pause(ctx: Pick<Context, 'clock'>, delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    ctx.clock.after(delayMs, resolve);
  });
}
