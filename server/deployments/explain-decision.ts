import { storedSettings } from '../../contract/deployment-settings.ts';
import type { ExplainReply } from '../../contract/rollout-decisions.ts';
import { bucketsOf } from '../../core/rollout/assign-bucket.ts';
import type { AttributeMap, AttributeNamespace } from '../../core/rollout/attributes.ts';
import type { Audience } from '../../core/rollout/audience.ts';
import { compileAudience } from '../../core/rollout/compile-audience.ts';
import { decideRollout } from '../../core/rollout/decide-rollout.ts';
import { explainRollout } from '../../core/rollout/explain-rollout.ts';
import { readPage } from '../../core/rollout/page-attributes.ts';
import type { DeploymentForRollout } from '../../core/rollout/rollout-decision.ts';
import { notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import type { Context } from '../ports/context.ts';
import type { VisitContext } from '../ports/store/visit-store.ts';

type Given = Partial<Record<AttributeNamespace, AttributeMap>>;

/** How many visitors, newest first, a preview looks at. */
const previewSize = 2000;

/** Which stage would admit or refuse this visitor now. Stored draws are left aside and nothing is stored. */
export async function explainDecision(
  ctx: Pick<Context, 'store'>,
  actor: Actor,
  deploymentId: string,
  { unitKey, ...attributes }: Given & { unitKey: string },
): Promise<ExplainReply> {
  const { deployment, audience } = await currentRollout(ctx, actor, deploymentId);
  return explainRollout(deployment, audience, { ...attributes, page: readPage(attributes.page ?? {}) }, unitKey);
}

/** What share of recent visitors a changed audience or percentage would admit. */
export async function previewRollout(
  ctx: Pick<Context, 'store'>,
  actor: Actor,
  deploymentId: string,
  change: { audience?: Audience; rollout?: { percentage: number } },
): Promise<{ visitors: number; matching: number; served: number }> {
  const { deployment, audience } = await currentRollout(ctx, actor, deploymentId);
  const changed: DeploymentForRollout = {
    ...deployment,
    status: 'active',
    audience: compileAudience(change.audience ?? audience),
    percentage: change.rollout?.percentage ?? deployment.percentage,
  };
  const visitors = await ctx.store.visits.recentVisitors(actor.workspaceId, deploymentId, previewSize);
  const decisions = visitors.map((visitor) => decideRollout(changed, visitor.attributes, visitor.unitKey));
  return {
    visitors: visitors.length,
    matching: decisions.filter((decision) => decision.reason !== 'NOT_IN_AUDIENCE').length,
    served: decisions.filter(
      (decision) => decision.reason !== 'NOT_IN_AUDIENCE' && decision.reason !== 'NOT_IN_ROLLOUT',
    ).length,
  };
}

async function currentRollout(
  ctx: Pick<Context, 'store'>,
  actor: Actor,
  deploymentId: string,
): Promise<{ deployment: DeploymentForRollout; audience: Audience }> {
  const context: VisitContext | null = await ctx.store.visits.contextById(actor.workspaceId, deploymentId);
  if (!context) throw notFound('deployment');
  const { status, audience, rollout } = storedSettings(context.settings);
  return {
    audience,
    deployment: {
      status,
      audience: compileAudience(audience),
      percentage: rollout.percentage,
      bucketOf: bucketsOf(context.salt),
      version: context.version?.number,
    },
  };
}
