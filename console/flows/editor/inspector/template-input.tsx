import { Braces } from 'lucide-react';
import { type ComponentProps, type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { classes } from '../../../ui/classes.ts';
import { Input } from '../../../ui/input.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { useEditorContext } from '../editor-context.ts';
import { insertReference, knownValues, matchingValues, openReference, secretValues } from './template-values.ts';

type Passed = Pick<
  ComponentProps<'textarea'>,
  'id' | 'aria-describedby' | 'aria-invalid' | 'aria-label' | 'onBlur' | 'placeholder'
>;

export interface TemplateInputProps extends Passed {
  value: string;
  onValue: (text: string) => void;
  isLong?: boolean;
  allowsSecrets?: boolean;
  isReadOnly?: boolean;
  rows?: number;
  className?: string;
  'data-field'?: string;
}

const shown = 8;

/** A text in which `{{` offers the values one may insert. */
export function TemplateInput({
  value,
  onValue,
  isLong,
  allowsSecrets,
  isReadOnly,
  className,
  ...rest
}: TemplateInputProps) {
  const box = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const listId = useId();
  const { open, options, at, setAt, look, close } = useSuggestions(allowsSecrets ?? false);

  const insert = (name: string) => {
    const element = box.current;
    if (!element) return;
    const next = insertReference(value, element.selectionStart ?? value.length, name);
    onValue(next.text);
    close();
    requestAnimationFrame(() => {
      element.focus();
      element.setSelectionRange(next.caret, next.caret);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open || options.length === 0) return;
    const { key } = event;
    if (key === 'ArrowDown') setAt((at + 1) % options.length);
    else if (key === 'ArrowUp') setAt((at + options.length - 1) % options.length);
    else if (key === 'Enter' || key === 'Tab') insert(options[at]?.name ?? '');
    else if (key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const Control = isLong ? Textarea : Input;
  const isListed = open && options.length > 0;
  return (
    <div className="relative">
      <Control
        {...(rest as object)}
        ref={box}
        dir="auto"
        autoComplete="off"
        value={value}
        readOnly={isReadOnly}
        className={classes('pr-8', className)}
        aria-autocomplete="list"
        aria-controls={isListed ? listId : undefined}
        aria-activedescendant={isListed ? `${listId}-${at}` : undefined}
        onChange={(event) => {
          onValue(event.currentTarget.value);
          look(event.currentTarget.value, event.currentTarget.selectionStart ?? 0);
        }}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          close();
          rest.onBlur?.(event as never);
        }}
      />
      {!isReadOnly && (
        <button
          type="button"
          aria-label="Insert a value"
          title="Insert a value, or type {{"
          tabIndex={-1}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            box.current?.focus();
            look('{{', 2);
          }}
          className="absolute top-1.5 right-1 grid size-6 place-items-center rounded text-faint hover:bg-hover hover:text-ink"
        >
          <Braces aria-hidden className="size-3.5" />
        </button>
      )}
      {isListed && (
        <div
          id={listId}
          role="listbox"
          aria-label="Values to insert"
          className="absolute inset-x-0 top-full z-30 mt-1 max-h-64 overflow-y-auto rounded-xl bg-raised p-1 shadow-float"
        >
          {options.map(({ name, description }, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text above, which keeps the focus
            <div
              key={name}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => insert(name)}
              className={classes('cursor-default rounded-lg px-2 py-1', index === at && 'bg-hover')}
            >
              <span className="block font-mono text-xs">{name}</span>
              <span className="block truncate text-faint text-xs">{description}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function useSuggestions(allowsSecrets: boolean) {
  const { editor, check } = useEditorContext();
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const open = typed !== null;
  const values = useMemo(
    () =>
      open ? [...knownValues(editor.graph(), check.world), ...(allowsSecrets ? secretValues(check.world) : [])] : [],
    [open, editor, check.world, allowsSecrets],
  );
  return {
    open,
    options: matchingValues(values, typed ?? '').slice(0, typed === '' ? values.length : shown),
    at,
    setAt,
    look: (text: string, caret: number) => {
      setTyped(openReference(text, caret)?.typed ?? null);
      setAt(0);
    },
    close: () => setTyped(null),
  };
}
