import { Plus, UsersRound } from 'lucide-react';
import type { FilterGroup } from '../../../core/rollout/audience.ts';
import { Button } from '../../ui/button.tsx';
import { FieldError } from '../../ui/field.tsx';
import type { SettingsDraft } from '../settings/use-settings-form.ts';
import type { PlatformKind } from './attribute-words.ts';
import { emptyFilter, GroupCard } from './group-card.tsx';

/** Filter groups, of which at least one must match; none at all means everyone. */
export function AudienceBuilder({ draft, platform }: { draft: SettingsDraft; platform: PlatformKind }) {
  const { groups } = draft.settings.audience;
  const change = (next: FilterGroup[]) => draft.change({ audience: { groups: next } });
  const general = groups.length === 0 ? draft.problemAt('audience') : undefined;
  return (
    <div className="grid gap-3">
      {groups.length === 0 && (
        <p className="flex items-center gap-3 rounded-xl border border-line bg-surface px-4 py-3.5 shadow-card">
          <UsersRound aria-hidden className="size-5 shrink-0 text-accent-text" />
          <span>
            <span className="font-medium">Everyone</span>
            <span className="block text-[0.8125rem] text-soft">Add a group to narrow this down.</span>
          </span>
        </p>
      )}
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups have no identity but their place, and keep no state
        <div key={index} className="grid gap-3">
          {index > 0 && (
            <p className="flex items-center gap-3 font-medium text-faint text-xs before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
              or
            </p>
          )}
          <GroupCard
            platform={platform}
            group={group}
            problemAt={(field) => draft.problemAt(`audience.groups.${index}.${field}`)}
            onChange={(next) => change(groups.with(index, next))}
            onRemove={() => change(groups.toSpliced(index, 1))}
            onCopy={() =>
              change(groups.toSpliced(index + 1, 0, { ...group, name: freeName(groups, `${group.name} copy`) }))
            }
          />
        </div>
      ))}
      {general && <FieldError>{general}</FieldError>}
      <Button
        size="small"
        className="justify-self-start"
        onClick={() => change([...groups, { name: freeGroupName(groups), filters: [emptyFilter] }])}
      >
        <Plus aria-hidden />
        {groups.length === 0 ? 'Add a group' : 'Or another group'}
      </Button>
    </div>
  );
}

function freeGroupName(groups: readonly FilterGroup[]): string {
  let number = groups.length + 1;
  while (groups.some(({ name }) => name === `Group ${number}`)) number += 1;
  return `Group ${number}`;
}

function freeName(groups: readonly FilterGroup[], wanted: string): string {
  return groups.some(({ name }) => name === wanted) ? freeName(groups, `${wanted} copy`) : wanted.slice(0, 200);
}
