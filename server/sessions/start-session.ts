import { storedSettings } from '../../contract/deployment-settings.ts';
import type { StartedSession } from '../../contract/started-session.ts';
import type { PersonId } from '../../core/ids.ts';
import type { AttributeMap } from '../../core/rollout/attributes.ts';
import { advanceSession, newSession } from '../../core/session/advance-session.ts';
import { chosenLanguage } from '../../core/session/chosen-language.ts';
import { isAnswered } from '../../core/session/effect.ts';
import type { Mode } from '../../core/session/session-event.ts';
import { AppError } from '../errors.ts';
import type { Context } from '../ports/context.ts';
import type { UnitIdentity, VisitContext } from '../ports/store/visit-store.ts';
import { decideVisit, type VisitorAttributes } from './decide-visit.ts';
import { type Engine, leaseMs } from './engine.ts';
import { offeredMode } from './offered-modes.ts';
import { visitorEvents } from './read-session.ts';

export interface SessionRequest {
  readonly identity: UnitIdentity;
  /** Whom somebody vouches for: the signed subject, or the owner's key of the visitor. */
  readonly subject: string | null;
  readonly previous?: { readonly sessionId: string; readonly token: string };
  readonly contact: AttributeMap;
  readonly attributes: VisitorAttributes;
  readonly mode: Mode;
  readonly language?: string;
}

/** Starts a session of an admitted visitor on the version in force, and runs its first turn; all of it is one transaction. */
export async function startSession(
  engine: Engine,
  context: VisitContext,
  request: SessionRequest,
): Promise<StartedSession> {
  const { ctx } = engine;
  const settings = storedSettings(context.settings);
  offeredMode(settings, request.mode);
  const { decision, decisionId, visit } = await decideVisit(ctx, context, request.identity, request.attributes);
  const { version } = context;
  if (!decision.serve || !version) {
    throw new AppError('not_served', 'This conversation is not available to you at the moment.');
  }

  const id = ctx.ids.next('ses');
  const token = ctx.ids.secret('vst_');
  const flow = await engine.loadFlow(context.workspaceId, version.id);
  const language = chosenLanguage(settings.behavior.languages, request.language);
  const at = ctx.clock.now();
  const started = {
    type: 'sessionStarted',
    mode: request.mode,
    language,
    timeoutMs: request.mode === 'chat' ? settings.timeouts.chatMs : settings.timeouts.callMs,
    attributes: request.attributes,
  } as const;
  const [session, effects, events] = advanceSession(newSession(flow, id), started, at);
  const answered = effects.filter(isAnswered);
  const tokenHash = ctx.ids.digest(token);
  await ctx.store.visits.startSession(context.workspaceId, {
    id,
    deploymentId: context.deploymentId,
    deploymentRevisionId: context.revisionId,
    versionId: version.id,
    decisionId,
    kind: 'live',
    unitKey: visit.unitKey,
    unitNamespace: visit.unitNamespace,
    newPersonId: ctx.ids.next('per'),
    person: { subject: request.subject, earlier: await earlierPerson(ctx, context, request.previous) },
    contact: request.contact,
    tokenHash,
    state: session.state,
    events,
    effects: answered,
    evaluate: answered.length < effects.length,
    lease: { holder: ctx.nodeId, until: new Date(at.getTime() + leaseMs) },
    at,
  });
  ctx.metrics.count('sessionStarted', { mode: request.mode });
  const turnSession = await ctx.store.turns.load(id);
  if (turnSession) engine.effects.begin(turnSession, answered);
  return {
    session: {
      id,
      status: session.state.status,
      mode: request.mode,
      language,
      version: { number: version.number },
    },
    token,
    unitKey: visit.unitKey,
    events: visitorEvents(events),
  };
}

async function earlierPerson(
  ctx: Pick<Context, 'store' | 'ids'>,
  { workspaceId }: VisitContext,
  previous: SessionRequest['previous'],
): Promise<PersonId | null> {
  if (!previous) return null;
  const tokenHash = ctx.ids.digest(previous.token);
  return ctx.store.visits.personOfSession(workspaceId, { id: previous.sessionId, tokenHash });
}
