import { CircleAlert } from 'lucide-react';
import { cloneElement, type ReactElement, type ReactNode, useId } from 'react';

interface ControlProps {
  id?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
}

export interface FieldProps {
  label: string;
  /** Said below the control, before anything is wrong. */
  hint?: ReactNode;
  /** What is wrong with it, in the words of `fieldError` or the server's. */
  error?: string | undefined;
  isOptional?: boolean;
  /** The label is for screen readers alone. */
  isLabelHidden?: boolean;
  /** One control that takes `id` and `aria-*`. */
  children: ReactElement<ControlProps>;
}

/** A labelled control with its hint and its problem, tied together for screen readers. */
export function Field({ label, hint, error, isOptional = false, isLabelHidden = false, children }: FieldProps) {
  const id = useId();
  const controlId = children.props.id ?? id;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="grid gap-1.5">
      <label htmlFor={controlId} className={isLabelHidden ? 'sr-only' : 'font-medium text-[0.8125rem] text-ink'}>
        {label}
        {isOptional && <span className="ml-1.5 font-normal text-faint">optional</span>}
      </label>
      {cloneElement(children, {
        id: controlId,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {hint && (
        <p id={`${id}-hint`} className="text-[0.8125rem] text-faint">
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

/** A problem in words, with a sign that does not rely on its colour. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} role="alert" className="flex items-start gap-1.5 text-[0.8125rem] text-bad">
      <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span>{children}</span>
    </p>
  );
}
