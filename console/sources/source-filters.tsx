import { SearchField } from '../ui/search-field.tsx';
import { Select } from '../ui/select.tsx';
import { readSourceFilter, type SourceFilter } from './source-filter.ts';

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
      <Select
        aria-label="Status"
        className="w-40"
        value={filter.status ?? ''}
        options={states}
        onChange={(event) => onChange({ status: readSourceFilter({ status: event.target.value }).status })}
      />
      <Select
        aria-label="For whom"
        className="w-40"
        value={filter.of ?? ''}
        options={owners}
        onChange={(event) => onChange({ of: readSourceFilter({ of: event.target.value }).of })}
      />
    </search>
  );
}

const owners = [
  { value: '', label: 'All sources' },
  { value: 'everyone', label: 'For everyone' },
  { value: 'person', label: 'Of one person' },
];

const states = [
  { value: '', label: 'Any status' },
  { value: 'waiting', label: 'Waiting' },
  { value: 'reading', label: 'Reading' },
  { value: 'ready', label: 'Ready' },
  { value: 'failed', label: 'Failed' },
];
