import { storedSettings } from '../../contract/deployment-settings.ts';
import type { StartedSession } from '../../contract/started-session.ts';
import type { Presentation } from '../../contract/visit.ts';
import type { AttributeMap } from '../../core/rollout/attributes.ts';
import { readPage } from '../../core/rollout/page-attributes.ts';
import type { DecisionReason } from '../../core/rollout/rollout-decision.ts';
import type { Mode } from '../../core/session/session-event.ts';
import { AppError, notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import type { Context } from '../ports/context.ts';
import type { VisitContext } from '../ports/store/visit-store.ts';
import { isAllowedOrigin } from './allowed-origin.ts';
import { decideVisit, type VisitorAttributes } from './decide-visit.ts';
import type { Engine } from './engine.ts';
import { type IdentifiedVisitor, identifyVisitor } from './identify-visitor.ts';
import { offeredModes } from './offered-modes.ts';
import { startSession } from './start-session.ts';

export interface VisitRequest {
  readonly key: string;
  readonly unitKey?: string;
  readonly identityToken?: string;
  readonly page?: AttributeMap;
  /** What the browser says of itself, read from its headers. */
  readonly device: AttributeMap;
  readonly visitor: AttributeMap;
  /** The site whose page asks, as the browser says it; absent for callers that are not browsers. */
  readonly origin?: string;
}

export interface VisitAnswer {
  readonly serve: boolean;
  readonly unitKey: string;
  readonly reason: DecisionReason;
  /** How to present the conversation; null where there is nothing to present. */
  readonly presentation: Presentation | null;
}

/** Whether this visitor is served in a web deployment. */
export async function askForVisit(engine: Engine, request: VisitRequest): Promise<VisitAnswer> {
  const context = await webDeployment(engine.ctx, request);
  const visitor = await identifyVisitor(engine.ctx, context, request);
  const { decision, visit } = await decideVisit(engine.ctx, context, visitor.identity, attributesOf(request, visitor));
  return {
    serve: decision.serve,
    unitKey: visit.unitKey,
    reason: decision.reason,
    presentation: decision.serve ? presentationOf(context) : null,
  };
}

/** Starts a session as a visitor, who must have consented to the disclosure. */
export async function startVisit(
  engine: Engine,
  request: VisitRequest & {
    mode: Mode;
    language?: string;
    previous?: { sessionId: string; token: string };
    consent?: boolean;
  },
): Promise<StartedSession> {
  const context = await webDeployment(engine.ctx, request);
  if (request.consent !== true) {
    throw new AppError('consent_required', 'A conversation starts only after the visitor agreed to the disclosure.', {
      problems: [{ field: 'consent', message: 'must be true' }],
    });
  }
  const visitor = await identifyVisitor(engine.ctx, context, request);
  const { identity, contact } = visitor;
  const attributes = attributesOf(request, visitor);
  const subject = identity.namespace === 'subject' ? identity.key : null;
  return startSession(engine, context, { ...request, identity, subject, contact, attributes });
}

/** Starts a session for attributes that the owner's own server vouches for. */
export async function startTrustedSession(
  engine: Engine,
  actor: Actor,
  deploymentId: string,
  request: Partial<Record<'contact' | 'company' | 'page' | 'device' | 'visitor', AttributeMap>> & {
    unitKey: string;
    mode: Mode;
    language?: string;
  },
): Promise<StartedSession> {
  const context = await engine.ctx.store.visits.contextById(actor.workspaceId, deploymentId);
  if (!context) throw notFound('deployment');
  const { contact = {}, company = {}, page = {}, device = {}, visitor = {} } = request;
  return startSession(engine, context, {
    identity: { namespace: 'visitor', key: request.unitKey },
    subject: request.unitKey,
    contact,
    attributes: { contact, company, page: readPage(page), device, visitor },
    mode: request.mode,
    language: request.language,
  });
}

async function webDeployment(
  ctx: Pick<Context, 'store' | 'publicUrl'>,
  { key, origin }: Pick<VisitRequest, 'key' | 'origin'>,
): Promise<VisitContext> {
  const context = await ctx.store.visits.contextByKey(key);
  if (!context) throw new AppError('not_found', 'There is no such conversation.');
  if (context.platform !== 'web') {
    throw new AppError('not_found', 'This deployment has no web page: its platform is not web.');
  }
  const { allowedDomains = [] } = storedSettings(context.settings).appearance;
  if (origin !== undefined && !isAllowedOrigin(origin, allowedDomains, ctx.publicUrl)) {
    throw new AppError('origin_refused', `This conversation may not be embedded in ${origin}.`);
  }
  return context;
}

function attributesOf(request: VisitRequest, { contact, company }: IdentifiedVisitor): VisitorAttributes {
  return { contact, company, page: readPage(request.page ?? {}), device: request.device, visitor: request.visitor };
}

function presentationOf(context: VisitContext): Presentation {
  const settings = storedSettings(context.settings);
  const { appearance } = settings;
  return {
    title: appearance.title ?? settings.name,
    greeting: appearance.greeting ?? null,
    avatarUrl: appearance.avatarUrl ?? null,
    accentColor: appearance.accentColor ?? null,
    backgroundColor: appearance.backgroundColor ?? null,
    launcherPosition: appearance.launcherPosition ?? 'bottom-right',
    theme: appearance.theme ?? 'system',
    languages: settings.behavior.languages,
    modes: offeredModes(settings),
    subject: context.subject.kind,
  };
}
