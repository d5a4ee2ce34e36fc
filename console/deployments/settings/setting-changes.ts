import {
  applySettings,
  type DeploymentSettings,
  defaultSettings,
  type PatchDeployment,
} from '../../../contract/deployment-settings.ts';
import { isSame } from '../../flows/editor/draft/is-same.ts';

/** One setting that differs: `audience`, or within a group `behavior.goal`. */
export interface SettingChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

type Name = keyof DeploymentSettings;
type Change = Omit<PatchDeployment, 'revision'>;

/** Groups whose fields the server merges one by one; everything else is replaced whole. */
const merged: readonly Name[] = ['rollout', 'behavior', 'appearance', 'capabilities', 'timeouts', 'notifications'];
const names = Object.keys(defaultSettings('')) as Name[];

/** Every setting in which two revisions differ, in the order in which the console shows them. */
export function settingChanges(before: DeploymentSettings, after: DeploymentSettings): SettingChange[] {
  return names.flatMap((name) => {
    if (!merged.includes(name)) return changeOf(name, before[name], after[name]);
    const [earlier, later] = [fieldsOf(before[name]), fieldsOf(after[name])];
    const fields = [...new Set([...Object.keys(earlier), ...Object.keys(later)])];
    return fields.flatMap((field) => changeOf(`${name}.${field}`, earlier[field], later[field]));
  });
}

/** The partial document that makes the first settings the second. */
export function patchBetween(before: DeploymentSettings, after: DeploymentSettings): Change {
  return patchOf(settingChanges(before, after));
}

/** The partial document that makes these changes. What was taken away is null, which only optional settings can be. */
export function patchOf(changes: readonly SettingChange[]): Change {
  const patch: Record<string, unknown> = {};
  for (const { field, after } of changes) {
    const [name = '', inner] = field.split('.');
    const value = after === undefined ? absent(field) : after;
    patch[name] = inner === undefined ? value : { ...fieldsOf(patch[name]), [inner]: value };
  }
  return patch;
}

/** The settings with these changes made. */
export function withChanges(settings: DeploymentSettings, changes: readonly SettingChange[]): DeploymentSettings {
  return applySettings(settings, patchOf(changes));
}

/** The rollout's own optional fields have a value for "none"; the others are cleared by null. */
function absent(field: string): unknown {
  if (field === 'rollout.schedule') return [];
  return field === 'rollout.paused' ? false : null;
}

function changeOf(field: string, before: unknown, after: unknown): SettingChange[] {
  return isSame(before, after) ? [] : [{ field, before, after }];
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
