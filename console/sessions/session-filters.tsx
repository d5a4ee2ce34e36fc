import { useInfiniteQuery } from '@tanstack/react-query';
import { outcomes } from '../../core/session/session-event.ts';
import { deploymentsQuery } from '../deployments/deployment-queries.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { type SessionFilter, statuses } from './session-filter.ts';
import { outcomeWords, statusWords } from './session-words.ts';

export interface SessionFiltersProps {
  filter: SessionFilter;
  onChange: (change: SessionFilter) => void;
  /** Absent while nothing is filtered. */
  onClear?: () => void;
}

/** Narrows the list by deployment, status and outcome. */
export function SessionFilters({ filter, onChange, onClear }: SessionFiltersProps) {
  const { data: deployments = [] } = useInfiniteQuery(deploymentsQuery);
  const any = (label: string) => ({ value: '', label });
  return (
    <search className="mb-4 flex flex-wrap items-center gap-2">
      <Select
        aria-label="Deployment"
        className="w-52 max-sm:w-full"
        value={filter.deployment ?? ''}
        options={[any('All deployments'), ...deployments.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(event) => onChange({ deployment: event.target.value || undefined })}
      />
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
      {onClear && (
        <Button look="quiet" onClick={onClear}>
          Clear
        </Button>
      )}
    </search>
  );
}
