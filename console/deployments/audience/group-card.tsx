import { Copy, Plus, Trash2 } from 'lucide-react';
import type { Filter, FilterGroup } from '../../../core/rollout/audience.ts';
import { Button } from '../../ui/button.tsx';
import { FieldError } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import type { PlatformKind } from './attribute-words.ts';
import { FilterRow } from './filter-row.tsx';

export const emptyFilter: Filter = { attribute: 'contact.plan', operator: 'equals', value: '' };

export interface GroupCardProps {
  platform: PlatformKind;
  group: FilterGroup;
  onChange: (group: FilterGroup) => void;
  onRemove: () => void;
  onCopy: () => void;
  /** What is wrong with a field of the group, such as `name` or `filters.0`. */
  problemAt: (field: string) => string | undefined;
}

/** A named set of rules that must all hold. */
export function GroupCard({ platform, group, onChange, onRemove, onCopy, problemAt }: GroupCardProps) {
  const { name, filters } = group;
  const nameProblem = problemAt('name');
  const tooFew = filters.length === 0 ? problemAt('filters') : undefined;
  const changeFilters = (next: Filter[]) => onChange({ ...group, filters: next });
  return (
    <fieldset className="min-w-0 rounded-xl border border-line bg-surface shadow-card">
      <legend className="sr-only">{name || 'Group without a name'}</legend>
      <div className="flex items-center gap-1 border-line border-b py-2 pr-2 pl-3">
        <Input
          aria-label="Name of the group"
          aria-invalid={nameProblem ? true : undefined}
          className="!h-8 !border-transparent !bg-transparent !px-1.5 !shadow-none font-medium hover:!border-line-control"
          maxLength={200}
          autoComplete="off"
          value={name}
          onChange={(event) => onChange({ ...group, name: event.target.value })}
        />
        <Button look="quiet" size="icon" aria-label={`Duplicate ${name}`} onClick={onCopy}>
          <Copy aria-hidden />
        </Button>
        <Button look="quiet" size="icon" aria-label={`Remove ${name}`} onClick={onRemove}>
          <Trash2 aria-hidden />
        </Button>
      </div>
      <div className="grid gap-3 px-4 py-3.5">
        {nameProblem && <FieldError>{nameProblem}</FieldError>}
        {filters.map((filter, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rules have no identity but their place, and keep no state
          <div key={index} className="grid gap-3">
            {index > 0 && <p className="font-medium text-faint text-xs">and</p>}
            <FilterRow
              platform={platform}
              filter={filter}
              label={`rule ${index + 1} of ${name}`}
              problem={problemAt(`filters.${index}`)}
              onChange={(next) => changeFilters(filters.with(index, next))}
              onRemove={() => changeFilters(filters.toSpliced(index, 1))}
            />
          </div>
        ))}
        {tooFew && <FieldError>A group needs at least one rule; without any, remove the group.</FieldError>}
        <Button
          look="quiet"
          size="small"
          className="-ml-2 justify-self-start"
          onClick={() => changeFilters([...filters, emptyFilter])}
        >
          <Plus aria-hidden />
          Add a rule
        </Button>
      </div>
    </fieldset>
  );
}
