import { Select } from './select.tsx';

export interface FilterSelectProps<Value extends string> {
  label: string;
  /** What stands for no choice, such as "Any status". */
  any: string;
  options: readonly { readonly value: Value; readonly label: string }[];
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
  className?: string;
}

/** Narrows a list to one of some values, or not at all. */
export function FilterSelect<Value extends string>(props: FilterSelectProps<Value>) {
  const { label, any, options, value = '', onChange, className } = props;
  return (
    <Select
      aria-label={label}
      className={className}
      value={value}
      options={[{ value: '', label: any }, ...options]}
      onChange={({ target }) => onChange(options.find((option) => option.value === target.value)?.value)}
    />
  );
}
