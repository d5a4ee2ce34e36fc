import { type DeploymentSettings, storedSettings } from '../../contract/deployment-settings.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import type { Actor } from '../ports/actor.ts';
import type { Context } from '../ports/context.ts';
import { lockedDeployment, revise } from './change-deployment.ts';

/**
 * Applies scheduled ramp steps that are due at `now`, each as an ordinary revision; returns how many
 * deployments changed. Of several overdue steps the latest counts; steps that were applied leave the schedule.
 */
export async function applyRamps(
  ctx: Pick<Context, 'store' | 'clock' | 'ids' | 'log'>,
  now: Date,
  batch = 100,
): Promise<number> {
  const due = await ctx.store.dueRamps(now, batch);
  let applied = 0;
  for (const { workspaceId, deploymentId } of due) {
    try {
      if (await applyRamp(ctx, workspaceId as WorkspaceId, deploymentId, now)) applied += 1;
    } catch (error) {
      ctx.log.error('a scheduled rollout step could not be applied', { deploymentId }, error);
    }
  }
  return applied;
}

function applyRamp(
  ctx: Pick<Context, 'store' | 'clock' | 'ids'>,
  workspaceId: WorkspaceId,
  deploymentId: string,
  now: Date,
): Promise<boolean> {
  const actor: Actor = { kind: 'system', id: null, name: 'scheduled rollout', workspaceId, scopes: [], role: null };
  return ctx.store.write(workspaceId, async (transaction) => {
    const record = await lockedDeployment(transaction, deploymentId);
    const next = afterDueSteps(storedSettings(record.settings), now);
    if (!next) return false;
    await revise(ctx, transaction, actor, record, next);
    return true;
  });
}

/** The settings once the due steps are applied; null while paused or when none is due. */
export function afterDueSteps(settings: DeploymentSettings, now: Date): DeploymentSettings | null {
  const { schedule = [], paused } = settings.rollout;
  const due = schedule.filter((step) => Date.parse(step.at) <= now.getTime());
  const latest = due.toSorted((left, right) => Date.parse(left.at) - Date.parse(right.at)).at(-1);
  if (paused || !latest) return null;
  const remaining = schedule.filter((step) => !due.includes(step));
  return { ...settings, rollout: { ...settings.rollout, percentage: latest.percentage, schedule: remaining } };
}
