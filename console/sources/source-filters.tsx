import { FilterSelect } from '../ui/filter-select.tsx';
import { SearchField } from '../ui/search-field.tsx';
import type { SourceFilter } from './source-filter.ts';

/** Narrows the list by name and state. */
export function SourceFilters(props: { filter: SourceFilter; onChange: (change: SourceFilter) => void }) {
  const { filter, onChange } = props;
  return (
    <search className="mb-4 flex flex-wrap gap-2">
      <SearchField
        label="Search sources"
        value={filter.q ?? ''}
        onSearch={(q) => onChange({ q: q || undefined })}
        className="max-w-72"
      />
      <FilterSelect
        label="Status"
        any="Any status"
        className="w-40"
        options={states}
        value={filter.status}
        onChange={(status) => onChange({ status })}
      />
      <FilterSelect
        label="For whom"
        any="All sources"
        className="w-40"
        options={owners}
        value={filter.of}
        onChange={(of) => onChange({ of })}
      />
    </search>
  );
}

const owners = [
  { value: 'everyone', label: 'For everyone' },
  { value: 'person', label: 'Of one person' },
] as const;

const states = [
  { value: 'waiting', label: 'Waiting' },
  { value: 'reading', label: 'Reading' },
  { value: 'ready', label: 'Ready' },
  { value: 'failed', label: 'Failed' },
] as const;
