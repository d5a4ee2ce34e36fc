import { applySettings, type CreateDeployment, defaultSettings } from '../../contract/deployment-settings.ts';
import type { DeploymentReply } from '../../contract/deployments.ts';
import type { Actor } from '../ports/actor.ts';
import { audit } from '../ports/audit.ts';
import type { Context } from '../ports/context.ts';
import { checkNewSources, checkSettings, checkSubject } from './check-settings.ts';
import { newRevision, nextStepAt } from './new-revision.ts';
import { presentDeployment } from './present-deployment.ts';

/** Deploys a flow to a platform; what is not said takes the defaults of `defaultSettings`. */
export function createDeployment(
  ctx: Pick<Context, 'store' | 'clock' | 'ids' | 'publicUrl'>,
  actor: Actor,
  input: CreateDeployment,
): Promise<DeploymentReply> {
  const { subject, platform, ...change } = input;
  const settings = applySettings(defaultSettings(input.name), change);
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    await checkSubject(transaction, subject);
    await checkSettings(transaction, { subject, platform }, settings);
    await checkNewSources(transaction, { sources: {} }, settings);
    const first = newRevision(ctx, actor, settings, Object.keys(settings));
    const created = await transaction.deployments.create({
      id: ctx.ids.next('dep'),
      key: ctx.ids.secret().slice(0, 22),
      salt: ctx.ids.secret(),
      subject,
      platform,
      first,
      nextStepAt: nextStepAt(settings),
    });
    await audit(ctx, transaction, actor, {
      action: 'deployment.created',
      subjectId: created.id,
      fields: Object.keys(input),
    });
    return presentDeployment(ctx.publicUrl, created);
  });
}
