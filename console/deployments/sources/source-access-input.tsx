import { Link } from '@tanstack/react-router';
import { Library } from 'lucide-react';
import { useState } from 'react';
import type { DeploymentSettings } from '../../../contract/deployment-settings.ts';
import type { SourceSummary } from '../../../contract/sources.ts';
import { type SourceAccess, sourceAccesses } from '../../../core/twin/source-access.ts';
import { SourceStatusBadge } from '../../sources/source-status.tsx';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FieldError } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Select } from '../../ui/select.tsx';
import { SkeletonLines } from '../../ui/skeleton.tsx';
import { accessWords } from './access-words.ts';
import { useEverySource } from './use-every-source.ts';

export interface SourceAccessInputProps {
  /** Without the explanations, where little room is. */
  isCompact?: boolean;
  draft: {
    readonly settings: Pick<DeploymentSettings, 'sources'>;
    change(part: Pick<DeploymentSettings, 'sources'>): void;
    problemAt(field: 'sources'): string | undefined;
  };
}

/** What a twin may do with each source here. A source of one person goes with that person, so it is not among them. */
export function SourceAccessInput({ draft, isCompact = false }: SourceAccessInputProps) {
  const { sources, error, refetch } = useEverySource();
  const [sought, setSought] = useState('');
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!sources) return <SkeletonLines lines={3} />;
  if (sources.length === 0) return <NoSources />;
  const shown = sources.filter(({ name }) => name.toLowerCase().includes(sought.trim().toLowerCase()));
  const set = (changed: readonly SourceSummary[], access: SourceAccess) =>
    draft.change({
      sources: { ...draft.settings.sources, ...Object.fromEntries(changed.map(({ id }) => [id, access])) },
    });
  const problem = draft.problemAt('sources');
  return (
    <div className="grid gap-3">
      {!isCompact && <AccessMeanings />}
      <div className="flex flex-wrap items-center gap-2">
        {sources.length > searchedFrom && (
          <Input
            type="search"
            aria-label="Search these sources"
            placeholder="Search these sources"
            className="max-w-60"
            value={sought}
            onChange={(event) => setSought(event.target.value)}
          />
        )}
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="text-[0.8125rem] text-soft">Set all {sought.trim() !== '' && 'found '}to</span>
          {sourceAccesses.map((access) => (
            <Button key={access} size="small" disabled={shown.length === 0} onClick={() => set(shown, access)}>
              {accessWords[access].label}
            </Button>
          ))}
        </span>
      </div>
      <ul
        aria-label="Sources"
        className={classes(
          'grid divide-y divide-line rounded-xl border border-line bg-surface',
          isCompact && 'max-h-80 overflow-y-auto',
        )}
      >
        {shown.map((source) => (
          <li
            key={source.id}
            className={classes('flex flex-wrap items-center gap-x-3 gap-y-2', isCompact ? 'px-3 py-2' : 'px-4 py-2.5')}
          >
            <span className={classes('wrap-anywhere min-w-0 flex-1 font-medium', isCompact ? 'basis-24' : 'basis-40')}>
              {source.name}
            </span>
            {source.status !== 'ready' && <SourceStatusBadge source={source} />}
            <Select
              aria-label={`Access to ${source.name}`}
              className={isCompact ? 'w-36' : 'w-40'}
              value={draft.settings.sources[source.id] ?? 'unavailable'}
              options={accessOptions}
              onChange={({ target }) => set([source], accessOf(target.value))}
            />
          </li>
        ))}
        {shown.length === 0 && <li className="px-4 py-3 text-soft">None has this name.</li>}
      </ul>
      {problem && <FieldError>{problem}</FieldError>}
      {!isCompact && <OwnSources />}
    </div>
  );
}

const searchedFrom = 8;
const accessOptions = sourceAccesses.map((access) => ({ value: access, label: accessWords[access].label }));

function accessOf(value: string): SourceAccess {
  return sourceAccesses.find((access) => access === value) ?? 'unavailable';
}

function AccessMeanings() {
  return (
    <dl className="grid gap-1 text-[0.8125rem] text-soft">
      {sourceAccesses.map((access) => (
        <div key={access}>
          <dt className="inline font-medium text-ink">{accessWords[access].label}:</dt>{' '}
          <dd className="inline">{accessWords[access].description}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Why some sources are not among them. */
function OwnSources() {
  return (
    <p className="text-[0.8125rem] text-soft">
      Sources{' '}
      <Link to="/sources" search={{ of: 'person' }} className="text-accent-text underline underline-offset-2">
        of one person
      </Link>{' '}
      are not set here: each serves talks with that person in every deployment, mentioned or internal, as it says
      itself.
    </p>
  );
}

function NoSources() {
  return (
    <EmptyState
      icon={Library}
      title="There are no sources yet"
      action={
        <Button asChild>
          <Link to="/sources">See the sources</Link>
        </Button>
      }
    >
      Sources are what a twin answers from. Add some, and choose here what this deployment may do with each.
    </EmptyState>
  );
}
