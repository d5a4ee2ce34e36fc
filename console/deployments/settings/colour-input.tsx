import { useId } from 'react';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';

export interface ColourInputProps {
  label: string;
  hint: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  /** What is used when none is set. */
  standard: string;
  problem?: string | undefined;
}

/** A colour, by the browser's own picker or by its code. */
export function ColourInput({ label, hint, value, onChange, standard, problem }: ColourInputProps) {
  const id = useId();
  const isWhole = value !== undefined && /^#[0-9a-f]{6}$/i.test(value);
  return (
    <Field label={label} hint={hint} error={problem}>
      <ColourControl id={id}>
        {(control) => (
          <>
            <input
              type="color"
              aria-label={`${label}: choose`}
              className="h-9 w-11 shrink-0 cursor-pointer rounded-lg border border-line-control/60 bg-surface p-1"
              value={isWhole ? value : standard}
              onChange={(event) => onChange(event.target.value)}
            />
            <Input
              {...control}
              className="font-mono"
              maxLength={7}
              autoComplete="off"
              spellCheck={false}
              placeholder={standard}
              value={value ?? ''}
              onChange={(event) => onChange(event.target.value.trim() || undefined)}
            />
            {value !== undefined && (
              <Button
                look="quiet"
                size="small"
                aria-label={`${label}: standard colour`}
                onClick={() => onChange(undefined)}
              >
                Standard
              </Button>
            )}
          </>
        )}
      </ColourControl>
    </Field>
  );
}

interface ControlProps {
  id?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
}

/** Hands what the field gives its control to the one that takes text. */
function ColourControl({
  children,
  ...control
}: ControlProps & { children: (control: ControlProps) => React.ReactNode }) {
  return <span className="flex items-center gap-2">{children(control)}</span>;
}
