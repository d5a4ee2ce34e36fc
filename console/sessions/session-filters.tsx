import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { endReasons, outcomes } from '../../core/session/session-event.ts';
import { DeploymentFilterSelect } from '../deployments/deployment-filter-select.tsx';
import { Button } from '../ui/button.tsx';
import { FilterSelect } from '../ui/filter-select.tsx';
import { Moment } from '../ui/moment.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { isFiltered, type SessionFilter, statuses } from './session-filter.ts';
import { endReasonWords, outcomeWords, statusWords } from './session-words.ts';

export interface SessionFiltersProps {
  filter: SessionFilter;
  onChange: (change: SessionFilter) => void;
  onClear: () => void;
}

/** Searches and narrows the list; what a link narrowed it to stands below and can be let go. */
export function SessionFilters({ filter, onChange, onClear }: SessionFiltersProps) {
  return (
    <search className="mb-4 grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <SearchField
          label="Search people and messages"
          className="min-w-40 flex-1 max-sm:basis-full"
          value={filter.q ?? ''}
          onSearch={(q) => onChange({ q: q || undefined })}
        />
        <DeploymentFilterSelect
          className="w-48 max-sm:w-full"
          value={filter.deployment}
          onChange={(deployment) => onChange({ deployment })}
        />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <FilterSelect
          label="Status"
          any="Any status"
          className="w-36 max-sm:flex-1"
          options={statuses.map((value) => ({ value, label: statusWords[value].label }))}
          value={filter.status}
          onChange={(status) => onChange({ status })}
        />
        <FilterSelect
          label="Outcome"
          any="Any outcome"
          className="w-40 max-sm:flex-1"
          options={outcomes.map((value) => ({ value, label: outcomeWords[value].label }))}
          value={filter.outcome}
          onChange={(outcome) => onChange({ outcome })}
        />
        <FilterSelect
          label="Why it ended"
          any="Any end"
          className="w-52 max-sm:w-full"
          options={endReasons.map((value) => ({ value, label: endReasonWords[value] }))}
          value={filter.endReason}
          onChange={(endReason) => onChange({ endReason })}
        />
        <FilterSelect
          label="Read"
          any="Read or not"
          className="w-36 max-sm:flex-1"
          options={readOrNot}
          value={filter.unread}
          onChange={(unread) => onChange({ unread })}
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

const readOrNot = [
  { value: 'true', label: 'Unread' },
  { value: 'false', label: 'Read' },
] as const;
