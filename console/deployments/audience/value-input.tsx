import type { AttributeType } from '../../../core/rollout/attribute-catalogue.ts';
import type { Filter } from '../../../core/rollout/audience.ts';
import { Input } from '../../ui/input.tsx';
import { Select } from '../../ui/select.tsx';

export interface ValueInputProps {
  type: AttributeType | undefined;
  value: Filter['value'];
  onChange: (value: NonNullable<Filter['value']>) => void;
  label: string;
  example?: string | undefined;
  isInvalid?: boolean;
}

/** A rule's value, typed as its attribute is. */
export function ValueInput({ type, value = '', onChange, label, example, isInvalid = false }: ValueInputProps) {
  const common = { 'aria-label': label, 'aria-invalid': isInvalid || undefined };
  if (type === 'boolean') {
    return (
      <Select
        {...common}
        value={String(value === true || value === 'true')}
        options={yesOrNo}
        onChange={(event) => onChange(event.target.value === 'true')}
      />
    );
  }
  const text = String(value);
  return (
    <Input
      {...common}
      // A date with a time, as the API takes it, would vanish from a date input.
      type={type === 'date' && /^(\d{4}-\d\d-\d\d)?$/.test(text) ? 'date' : 'text'}
      inputMode={type === 'number' ? 'decimal' : undefined}
      placeholder={example && `such as ${example}`}
      autoComplete="off"
      maxLength={2000}
      value={text}
      onChange={(event) => onChange(type === 'number' ? asNumber(event.target.value) : event.target.value)}
    />
  );
}

const yesOrNo = [
  { value: 'true', label: 'yes' },
  { value: 'false', label: 'no' },
];

/** A number once it is written as one, so that nothing jumps while it is typed. */
function asNumber(text: string): string | number {
  return text !== '' && String(Number(text)) === text ? Number(text) : text;
}
