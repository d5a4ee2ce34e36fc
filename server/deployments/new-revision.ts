import type { DeploymentSettings } from '../../contract/deployment-settings.ts';
import type { Actor } from '../ports/actor.ts';
import type { Context } from '../ports/context.ts';
import type { NewRevision } from '../ports/store/deployment-store.ts';

/** A revision of these settings, naming what changed since the ones before (everything, when there were none). */
export function newRevision(
  ctx: Pick<Context, 'clock' | 'ids'>,
  actor: Actor,
  settings: DeploymentSettings,
  changed: readonly string[],
): NewRevision {
  return {
    id: ctx.ids.next('rev'),
    settings,
    changed,
    at: ctx.clock.now(),
    by: { kind: actor.kind, id: actor.id, name: actor.name },
  };
}

/** Names of the settings that differ: `status`, `rollout.percentage`, … */
export function changedSettings(before: DeploymentSettings, after: DeploymentSettings): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof DeploymentSettings>;
  return [...names].flatMap((name) => changedWithin(name, before[name], after[name]));
}

function changedWithin(name: string, before: unknown, after: unknown): string[] {
  if (sameJson(before, after)) return [];
  if (!isGroup(before) || !isGroup(after)) return [name];
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields].filter((field) => !sameJson(before[field], after[field])).map((field) => `${name}.${field}`);
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sameJson(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => sameJson(item, right[index]));
  }
  if (!isGroup(left) || !isGroup(right)) return false;
  const fields = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...fields].every((field) => sameJson(left[field], right[field]));
}

/** When the next scheduled ramp step is due: the earliest one; null while the ramp is paused or has none left. */
export function nextStepAt({ rollout }: DeploymentSettings): Date | null {
  const times = (rollout.schedule ?? []).map((step) => Date.parse(step.at));
  return times.length === 0 || rollout.paused ? null : new Date(Math.min(...times));
}
