import { deploymentSorts, deploymentStatuses } from '../../../contract/deployments.ts';
import { Button } from '../../ui/button.tsx';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Select } from '../../ui/select.tsx';
import { type DeploymentFilter, isNarrowed, sortOf } from './deployment-filter.ts';

export interface DeploymentFiltersProps {
  filter: DeploymentFilter;
  onChange: (change: DeploymentFilter) => void;
  /** Shows all again, in the same order. */
  onClear: () => void;
}

const statusLabels = { active: 'Active', inactive: 'Inactive' } as const;
const sortLabels = {
  newest: 'Newest first',
  name: 'Name',
  sessions: 'Most sessions',
  success: 'Highest success',
} as const;

/** Searches, narrows and sorts the list of deployments. */
export function DeploymentFilters({ filter, onChange, onClear }: DeploymentFiltersProps) {
  return (
    <search className="mb-4 flex flex-wrap items-center gap-2">
      <SearchField
        label="Search by name"
        className="min-w-40 flex-1 max-sm:basis-full"
        value={filter.q ?? ''}
        onSearch={(q) => onChange({ q: q || undefined })}
      />
      <FilterSelect
        label="Status"
        any="Any status"
        className="w-36 max-sm:flex-1"
        options={deploymentStatuses.map((value) => ({ value, label: statusLabels[value] }))}
        value={filter.status}
        onChange={(status) => onChange({ status })}
      />
      <Select
        aria-label="Sort by"
        className="w-44 max-sm:flex-1"
        value={filter.sort ?? 'newest'}
        options={deploymentSorts.map((value) => ({ value, label: sortLabels[value] }))}
        onChange={(event) => onChange({ sort: sortOf(event.target.value) })}
      />
      {isNarrowed(filter) && (
        <Button look="quiet" onClick={onClear}>
          Clear
        </Button>
      )}
    </search>
  );
}
