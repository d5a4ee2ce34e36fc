import type { DeploymentSettings } from '../../../contract/deployment-settings.ts';
import { isSame } from '../../flows/editor/draft/is-same.ts';
import { type SettingChange, settingChanges } from './setting-changes.ts';

/** One setting that both sides changed, each to something else. */
export interface Conflict {
  readonly field: string;
  readonly before: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface SettingsMerge {
  /** What the other side changed, whether or not it stands in the way. */
  readonly theirs: readonly SettingChange[];
  /** What only this side changed. */
  readonly mine: readonly SettingChange[];
  readonly conflicts: readonly Conflict[];
}

/** Compares two ways in which the same settings were changed. Where both changed one alike, there is no conflict. */
export function mergeSettings(
  base: DeploymentSettings,
  mine: DeploymentSettings,
  theirs: DeploymentSettings,
): SettingsMerge {
  const theirChanges = settingChanges(base, theirs);
  const myChanges = settingChanges(base, mine);
  const theirsAt = new Map(theirChanges.map((change) => [change.field, change]));
  const conflicts = myChanges.flatMap(({ field, before, after }) => {
    const other = theirsAt.get(field);
    return other && !isSame(other.after, after) ? [{ field, before, mine: after, theirs: other.after }] : [];
  });
  return { theirs: theirChanges, mine: myChanges.filter(({ field }) => !theirsAt.has(field)), conflicts };
}
