import { type ReactNode, useId } from 'react';
import { classes } from './classes.ts';
import { FieldError } from './field.tsx';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly description?: ReactNode;
  /** Why it cannot be chosen. */
  readonly notBecause?: string;
  /** What comes with the choice, shown while it is chosen. */
  readonly more?: ReactNode;
}

/** One of a few, each with what it means. */
export function ChoiceCards<Value extends string>(props: {
  label: string;
  isLabelHidden?: boolean;
  value: Value | undefined;
  onChange: (value: Value) => void;
  choices: readonly Choice<Value>[];
  problem?: string | undefined;
}) {
  const name = useId();
  return (
    <fieldset className="grid gap-2" aria-describedby={props.problem ? `${name}-problem` : undefined}>
      <legend className={props.isLabelHidden ? 'sr-only' : 'mb-2 font-medium text-[0.8125rem]'}>{props.label}</legend>
      {props.choices.map(({ value, label, description, notBecause, more }) => (
        <div
          key={value}
          className={classes(
            'rounded-xl border bg-surface shadow-card transition-colors',
            props.value === value ? 'border-accent' : 'border-line',
          )}
        >
          <label className={classes('flex items-start gap-3 px-4 py-3', notBecause && 'cursor-not-allowed')}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={props.value === value}
              disabled={notBecause !== undefined}
              onChange={() => props.onChange(value)}
              className="mt-0.5 size-4 shrink-0 accent-(--accent)"
            />
            <span className="min-w-0">
              <span className={classes('font-medium', notBecause && 'text-soft')}>{label}</span>
              {description && <span className="block text-[0.8125rem] text-soft">{description}</span>}
              {notBecause && <span className="block text-[0.8125rem] text-faint">{notBecause}</span>}
            </span>
          </label>
          {props.value === value && more && <div className="border-line border-t px-4 py-3">{more}</div>}
        </div>
      ))}
      {props.problem && <FieldError id={`${name}-problem`}>{props.problem}</FieldError>}
    </fieldset>
  );
}
