import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { proposalSourceLimit } from '../../../contract/twins.ts';
import { sourcesQuery } from '../../sources/source-queries.ts';
import { Button } from '../../ui/button.tsx';
import { DialogActions } from '../../ui/dialog.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { ShowMore } from '../../ui/show-more.tsx';
import { SkeletonLines } from '../../ui/skeleton.tsx';
import { toggled } from './toggled.ts';

export interface SourceChoiceProps {
  chosen: readonly string[];
  onChoose: (chosen: readonly string[]) => void;
  isBusy: boolean;
  /** Why nothing was proposed. */
  error: Error | null;
  onPropose: () => void;
  onClose: () => void;
}

/** Which sources the model reads. Rules hold for everyone, so a person's own sources are not among them. */
export function SourceChoice({ chosen, onChoose, isBusy, error, onPropose, onClose }: SourceChoiceProps) {
  const [sought, setSought] = useState('');
  const query = useInfiniteQuery(sourcesQuery(sought === '' ? {} : { q: sought }));
  const sources = (query.data ?? []).filter(({ personId, revision }) => personId === null && revision !== null);
  const isFull = chosen.length >= proposalSourceLimit;
  return (
    <div className="grid gap-3">
      <SearchField label="Search sources" value={sought} onSearch={setSought} className="max-w-60" />
      {query.isPending && <SkeletonLines lines={3} />}
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && sources.length === 0 && (
        <p className="text-soft">{sought === '' ? 'No source has a text yet.' : 'None has this name.'}</p>
      )}
      <ul aria-label="Sources" className="grid gap-2">
        {sources.map(({ id, name }) => (
          <li key={id}>
            <label className="flex items-center gap-2.5">
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                disabled={isBusy || (isFull && !chosen.includes(id))}
                onChange={() => onChoose(toggled(chosen, id))}
              />
              <span className="wrap-anywhere min-w-0">{name}</span>
            </label>
          </li>
        ))}
      </ul>
      <ShowMore query={query} className="justify-self-start" />
      <p role="status" className="text-[0.8125rem] text-soft">
        {isBusy
          ? 'The model reads. This can take a minute.'
          : `${chosen.length} of at most ${proposalSourceLimit} sources chosen.`}
      </p>
      {error && <ProblemNote error={error} />}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button look="main" disabled={chosen.length === 0} isBusy={isBusy} onClick={onPropose}>
          Propose rules
        </Button>
      </DialogActions>
    </div>
  );
}
