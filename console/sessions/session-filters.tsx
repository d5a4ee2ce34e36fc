import { useInfiniteQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { endReasons, outcomes } from '../../core/session/session-event.ts';
import { deploymentsQuery } from '../deployments/deployment-queries.ts';
import { Button } from '../ui/button.tsx';
import { Moment } from '../ui/moment.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Select } from '../ui/select.tsx';
import { isFiltered, type SessionFilter, statuses } from './session-filter.ts';
import { endReasonWords, outcomeWords, statusWords } from './session-words.ts';

export interface SessionFiltersProps {
  filter: SessionFilter;
  onChange: (change: SessionFilter) => void;
  onClear: () => void;
}

/** Searches and narrows the list; what a link narrowed it to stands below and can be let go. */
export function SessionFilters({ filter, onChange, onClear }: SessionFiltersProps) {
  const { data: deployments = [] } = useInfiniteQuery(deploymentsQuery);
  const any = (label: string) => ({ value: '', label });
  return (
    <search className="mb-4 grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <SearchField
          label="Search people and messages"
          className="min-w-40 flex-1 max-sm:basis-full"
          value={filter.q ?? ''}
          onSearch={(q) => onChange({ q: q || undefined })}
        />
        <Select
          aria-label="Deployment"
          className="w-48 max-sm:w-full"
          value={filter.deployment ?? ''}
          options={[any('All deployments'), ...deployments.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(event) => onChange({ deployment: event.target.value || undefined })}
        />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Select
          aria-label="Status"
          className="w-36 max-sm:flex-1"
          value={filter.status ?? ''}
          options={[any('Any status'), ...statuses.map((value) => ({ value, label: statusWords[value].label }))]}
          onChange={(event) => onChange({ status: statuses.find((known) => known === event.target.value) })}
        />
        <Select
          aria-label="Outcome"
          className="w-40 max-sm:flex-1"
          value={filter.outcome ?? ''}
          options={[any('Any outcome'), ...outcomes.map((value) => ({ value, label: outcomeWords[value].label }))]}
          onChange={(event) => onChange({ outcome: outcomes.find((known) => known === event.target.value) })}
        />
        <Select
          aria-label="Why it ended"
          className="w-52 max-sm:w-full"
          value={filter.endReason ?? ''}
          options={[any('Any end'), ...endReasons.map((value) => ({ value, label: endReasonWords[value] }))]}
          onChange={(event) => onChange({ endReason: endReasons.find((known) => known === event.target.value) })}
        />
        <Select
          aria-label="Read"
          className="w-36 max-sm:flex-1"
          value={filter.unread ?? ''}
          options={[any('Read or not'), { value: 'true', label: 'Unread' }, { value: 'false', label: 'Read' }]}
          onChange={(event) => onChange({ unread: readable(event.target.value) })}
        />
        <NarrowedByLink filter={filter} onChange={onChange} />
        {isFiltered(filter) && (
          <Button look="quiet" onClick={onClear}>
            Clear
          </Button>
        )}
      </div>
    </search>
  );
}

/** Filters that come with a link, and that no control sets. */
function NarrowedByLink({ filter, onChange }: Pick<SessionFiltersProps, 'filter' | 'onChange'>) {
  const { person, version, kind, from } = filter;
  return (
    <>
      {person && <Narrowed onLift={() => onChange({ person: undefined })}>One person</Narrowed>}
      {version && <Narrowed onLift={() => onChange({ version: undefined })}>Version {version}</Narrowed>}
      {kind && (
        <Narrowed onLift={() => onChange({ kind: undefined })}>
          {kind === 'live' ? 'Without tests' : 'Tests only'}
        </Narrowed>
      )}
      {from && (
        <Narrowed onLift={() => onChange({ from: undefined })}>
          Since <Moment at={from} pattern="PP" />
        </Narrowed>
      )}
    </>
  );
}

function Narrowed({ children, onLift }: { children: ReactNode; onLift: () => void }) {
  return (
    <Button size="small" onClick={onLift}>
      {children}
      <X aria-hidden />
      <span className="sr-only">(remove this filter)</span>
    </Button>
  );
}

function readable(value: string): SessionFilter['unread'] {
  return value === 'true' || value === 'false' ? value : undefined;
}
