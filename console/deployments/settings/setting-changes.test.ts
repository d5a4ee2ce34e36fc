import { expect, it } from 'vitest';
import { applySettings, type DeploymentSettings, defaultSettings } from '../../../contract/deployment-settings.ts';
import { mergeSettings } from './merge-settings.ts';
import { patchBetween, settingChanges } from './setting-changes.ts';

const base = defaultSettings('Front page');
const rich: DeploymentSettings = {
  ...base,
  name: 'Shop',
  versionPolicy: { kind: 'pinned', number: 2 },
  audience: { groups: [{ name: 'VIP', filters: [{ attribute: 'contact.plan', operator: 'equals', value: 'pro' }] }] },
  rollout: { percentage: 10, schedule: [{ at: '2027-01-31T09:00:00Z', percentage: 50 }], paused: true },
  behavior: { ...base.behavior, goal: 'An order', criteria: [{ kind: 'emailCollected' }] },
  appearance: { accentColor: '#0d7a68', greeting: 'Hello' },
  timeouts: { ...base.timeouts, chatMs: 60_000 },
  notifications: { recap: { to: ['ada@example.com'] } },
};

it.each<[string, DeploymentSettings, DeploymentSettings]>([
  ['nothing', base, base],
  ['settings of every kind', base, rich],
  ['taking them away again', rich, base],
])('a patch leads from one to the other: %s', (_, before, after) => {
  expect(settingChanges(applySettings(before, patchBetween(before, after)), after).filter(isReal)).toEqual([]);
});

it('a patch holds what differs and nothing else', () => {
  expect(patchBetween(base, base)).toEqual({});
  expect(patchBetween(base, { ...base, rollout: { percentage: 5 } })).toEqual({ rollout: { percentage: 5 } });
  expect(patchBetween(rich, { ...rich, appearance: { greeting: 'Hello' } })).toEqual({
    appearance: { accentColor: null },
  });
});

it('two sides that changed different settings are in no conflict', () => {
  const mine = { ...base, name: 'Mine' };
  const theirs = { ...base, behavior: { ...base.behavior, goal: 'Theirs' } };
  const merge = mergeSettings(base, mine, theirs);
  expect(merge.conflicts).toEqual([]);
  expect(merge.mine).toEqual([{ field: 'name', before: 'Front page', after: 'Mine' }]);
  expect(merge.theirs).toEqual([{ field: 'behavior.goal', before: '', after: 'Theirs' }]);
});

it('two sides that changed one setting are in conflict, unless alike', () => {
  const mine = { ...base, name: 'Same', rollout: { percentage: 5 } };
  const theirs = { ...base, name: 'Same', rollout: { percentage: 50 } };
  expect(mergeSettings(base, mine, theirs).conflicts).toEqual([
    { field: 'rollout.percentage', before: 100, mine: 5, theirs: 50 },
  ]);
});

/** An empty ramp that is not paused says no more than no ramp. */
function isReal({ before, after }: { before: unknown; after: unknown }): boolean {
  const says = (value: unknown) => (Array.isArray(value) && value.length === 0 ? undefined : value || undefined);
  return says(before) !== says(after);
}
