import { storedSettings } from '../../contract/deployment-settings.ts';
import type { DecisionId } from '../../core/ids.ts';
import type { AttributeMap, Attributes } from '../../core/rollout/attributes.ts';
import { decideRollout } from '../../core/rollout/decide-rollout.ts';
import { rememberedAttributes } from '../../core/rollout/page-attributes.ts';
import { drawOf, type RolloutDecision, type RolloutDraw } from '../../core/rollout/rollout-decision.ts';
import type { Context } from '../ports/context.ts';
import type { UnitIdentity, VisitContext, VisitRecord } from '../ports/store/visit-store.ts';
import { rolloutOf } from './visit-settings.ts';

export interface DecidedVisit {
  readonly decision: RolloutDecision;
  readonly decisionId: DecisionId;
  readonly visit: VisitRecord;
}

export type VisitorAttributes = Attributes & Readonly<Record<string, AttributeMap>>;

/**
 * Decides whether a visitor is served and records it. On the web the percentage draw of the running visit
 * is kept; status and audience are looked at afresh. A decision equal to the visit's last one is not recorded again.
 */
export async function decideVisit(
  ctx: Pick<Context, 'store' | 'clock' | 'ids' | 'metrics'>,
  context: VisitContext,
  identity: UnitIdentity,
  attributes: VisitorAttributes,
): Promise<DecidedVisit> {
  const at = ctx.clock.now();
  const visit = await ctx.store.visits.findVisit(context, identity, at);
  const hasVisits = context.platform === 'web';
  const rollout = rolloutOf(context);
  const decide = (draw?: RolloutDraw) => decideRollout(rollout, attributes, visit.unitKey, draw);
  let decision = decide(hasVisits ? (visit.draw ?? undefined) : undefined);
  ctx.metrics.count('rolloutDecided', { reason: decision.reason });

  const last = hasVisits ? visit.lastDecision : null;
  if (last && isSame(last, decision, context.revision)) return { decision, decisionId: last.id, visit };

  const record = (made: RolloutDecision) => {
    const id = ctx.ids.next('dec');
    const recorded = ctx.store.visits.recordDecision(context.workspaceId, {
      id,
      deploymentId: context.deploymentId,
      revision: context.revision,
      unitKey: visit.unitKey,
      unitNamespace: visit.unitNamespace,
      decision: made,
      attributes: rememberedAttributes(attributes),
      at,
      visitEndsAt: hasVisits ? new Date(at.getTime() + storedSettings(context.settings).timeouts.visitMs) : undefined,
    });
    return recorded.then(({ draw }) => ({ id, draw }));
  };
  let { id, draw } = await record(decision);
  if (draw && drawOf(decision) && draw.percentage !== decision.percentage) {
    decision = decide(draw);
    ({ id, draw } = await record(decision));
  }
  return { decision, decisionId: id, visit };
}

function isSame(last: NonNullable<VisitRecord['lastDecision']>, decision: RolloutDecision, revision: number): boolean {
  return (
    last.serve === decision.serve &&
    last.reason === decision.reason &&
    last.group === (decision.group ?? null) &&
    last.version === (decision.version ?? null) &&
    last.revision === revision
  );
}
