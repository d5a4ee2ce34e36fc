import { storedSettings } from '../../contract/deployment-settings.ts';
import type { Evaluation } from '../../contract/sessions.ts';
import type { Goal, Outcome, Verdict } from '../../core/goal/goal.ts';
import { judgeOutcome } from '../../core/goal/judge-outcome.ts';
import { advanceSession } from '../../core/session/advance-session.ts';
import type { EventOf } from '../../core/session/session-event.ts';
import { AppError, notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import { audit } from '../ports/audit.ts';
import type { Context } from '../ports/context.ts';
import type { LoadFlow } from '../ports/load-flow.ts';
import type { SessionRecord } from '../ports/store/session-store.ts';

type Judging = Pick<Context, 'store' | 'clock' | 'ids' | 'live' | 'nodeId'> & { readonly loadFlow: LoadFlow };

/** Judges an ended session against the goal it began under, once: running this again changes nothing. */
export async function evaluateSession(
  ctx: Judging,
  { workspaceId, sessionId }: { workspaceId: string; sessionId: string },
): Promise<void> {
  const session = await ctx.store.read(workspaceId, (reader) => reader.sessions.find(sessionId));
  if (session?.status !== 'ended') return;
  const earlier = session.events.find(
    (event): event is EventOf<'sessionEvaluated'> => event.type === 'sessionEvaluated',
  );
  const outcome = earlier ?? judgeOutcome(goalOf(session), null, session.events);
  if (!earlier && !(await appendEvaluation(ctx, sessionId, outcome))) return;
  await ctx.store.write(workspaceId, (transaction) =>
    transaction.sessions.saveEvaluation(sessionId, plain(outcome), ctx.clock.now(), false),
  );
}

/** A member's own judgement of an ended session; it takes the place of any other. */
export async function judgeSession(
  ctx: Judging,
  actor: Actor,
  sessionId: string,
  input: { outcome: Verdict['outcome']; reason?: string },
): Promise<Evaluation> {
  const session = await ctx.store.read(actor.workspaceId, (reader) => reader.sessions.find(sessionId));
  if (!session) throw notFound('session');
  if (session.status !== 'ended') {
    throw new AppError('conflict', 'This session is still running. It can be judged once it has ended.');
  }
  const verdict: Verdict = { outcome: input.outcome, reason: input.reason ?? `judged by ${actor.name}`, by: 'member' };
  const outcome = judgeOutcome(goalOf(session), verdict, session.events);
  await appendEvaluation(ctx, sessionId, outcome);
  const at = ctx.clock.now();
  await ctx.store.write(actor.workspaceId, async (transaction) => {
    await transaction.sessions.saveEvaluation(sessionId, outcome, at, true);
    await audit(ctx, transaction, actor, { action: 'session.judged', subjectId: sessionId, fields: ['outcome'] });
  });
  return { ...outcome, at: at.toISOString() };
}

/** Appends the evaluation to the log; false when the session is gone. */
async function appendEvaluation(ctx: Judging, sessionId: string, outcome: Outcome): Promise<boolean> {
  for (;;) {
    const session = await ctx.store.turns.load(sessionId);
    if (!session) return false;
    const flow = await ctx.loadFlow(session.workspaceId, session.versionId);
    const at = ctx.clock.now();
    const input = { type: 'sessionEvaluated', ...plain(outcome) } as const;
    const [next, , events] = advanceSession({ flow, state: session.state }, input, at);
    const lease = { holder: ctx.nodeId, until: at };
    const result = await ctx.store.turns.commit({
      session,
      state: next.state,
      events,
      effects: [],
      lease,
      evaluate: false,
      at,
    });
    if (result.kind === 'stale') continue;
    ctx.live.publish({ sessionId, lastSeq: next.state.lastSeq, events: events });
    return result.kind === 'committed';
  }
}

function goalOf(session: SessionRecord): Goal {
  const { behavior } = storedSettings(session.settings);
  return { text: behavior.goal, criteria: behavior.criteria };
}

function plain({ outcome, reason, by }: Outcome): Outcome {
  return { outcome, reason, by };
}
