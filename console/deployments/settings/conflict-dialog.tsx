import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { ChoiceCards } from '../../ui/choice-cards.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Ago } from '../../ui/time.tsx';
import { revisionsQuery } from '../deployment-queries.ts';
import { ChangeList } from './change-list.tsx';
import { type Conflict, mergeSettings } from './merge-settings.ts';
import { withChanges } from './setting-changes.ts';
import { settingInWords, settingLabel } from './setting-words.ts';
import { settingsOf } from './settings-of.ts';
import type { SettingsForm, StaleSettings } from './use-settings-form.ts';

type Side = 'mine' | 'theirs';

/** Somebody else saved in the meantime: shows what they changed, and asks where both changed the same setting. */
export function ConflictDialog({ form, stale: { base, latest } }: { form: SettingsForm; stale: StaleSettings }) {
  const merge = mergeSettings(base, form.settings, settingsOf(latest));
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({});
  const clashing = new Set(merge.conflicts.map(({ field }) => field));
  const others = merge.theirs.filter(({ field }) => !clashing.has(field));
  const isDecided = merge.conflicts.every(({ field }) => chosen[field] !== undefined);
  function saveBoth() {
    const kept = merge.conflicts
      .filter(({ field }) => chosen[field] === 'mine')
      .map(({ field, theirs, mine }) => ({ field, before: theirs, after: mine }));
    form.saveOver(withChanges(settingsOf(latest), [...merge.mine, ...kept]), latest);
  }
  return (
    <Dialog
      isOpen
      onClose={form.leaveStale}
      title="Somebody else changed this deployment"
      description={<LatestChange id={latest.id} revision={latest.revision} />}
    >
      <div className="grid gap-5">
        {merge.conflicts.map((conflict) => (
          <ConflictChoice
            key={conflict.field}
            conflict={conflict}
            chosen={chosen[conflict.field]}
            onChoose={(side) => setChosen((current) => ({ ...current, [conflict.field]: side }))}
          />
        ))}
        {others.length > 0 && (
          <section className="grid gap-2.5 rounded-xl bg-sunken px-4 py-3">
            <h3 className="font-medium text-soft">Changed meanwhile, and kept</h3>
            <ChangeList changes={others} />
          </section>
        )}
      </div>
      <DialogActions>
        <Button onClick={() => form.takeLatest(latest)}>Drop my changes</Button>
        <Button look="main" disabled={!isDecided} onClick={saveBoth}>
          {merge.conflicts.length > 0 ? 'Save what I chose' : 'Save mine as well'}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function LatestChange({ id, revision }: { id: string; revision: number }) {
  const { data } = useInfiniteQuery(revisionsQuery(id));
  const newest = data?.find((each) => each.revision === revision);
  if (!newest) return <>Nothing you typed is lost.</>;
  return (
    <>
      {newest.by?.name ?? 'Somebody'} saved revision {revision} <Ago at={newest.at} />. Nothing you typed is lost.
    </>
  );
}

function ConflictChoice(props: { conflict: Conflict; chosen: Side | undefined; onChoose: (side: Side) => void }) {
  const { field, mine, theirs } = props.conflict;
  return (
    <ChoiceCards<Side>
      label={`${settingLabel(field)}: changed by both`}
      value={props.chosen}
      onChange={props.onChoose}
      choices={[
        { value: 'mine', label: 'Mine', description: settingInWords(field, mine) },
        { value: 'theirs', label: 'Theirs', description: settingInWords(field, theirs) },
      ]}
    />
  );
}
