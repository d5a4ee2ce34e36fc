import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../../../ui/button.tsx';
import { FieldError } from '../../../ui/field.tsx';

export interface EntryRowsProps<Entry> {
  label: string;
  hint?: string;
  entries: readonly Entry[];
  keyOf: (entry: Entry, index: number) => string;
  /** How a screen reader hears an entry in "Remove …". */
  nameOf: (entry: Entry, index: number) => string;
  children: (entry: Entry, index: number) => ReactNode;
  /** Leave out what cannot be done. */
  onAdd?: () => void;
  onRemove?: (index: number) => void;
  onMove?: (index: number, to: number) => void;
  addLabel: string;
  problem?: string | undefined;
  field: string;
}

/** A list in a node's form: entries one can add, remove, and put in another order. The focus goes to what was added. */
export function EntryRows<Entry>(props: EntryRowsProps<Entry>) {
  const { label, hint, entries, keyOf, nameOf, children, onAdd, onRemove, onMove, addLabel, problem, field } = props;
  const rows = useRef<HTMLFieldSetElement>(null);
  const isAdding = useRef(false);
  useEffect(() => {
    if (!isAdding.current) return;
    isAdding.current = false;
    const added = rows.current?.querySelectorAll<HTMLElement>(`:scope > [data-row]`)[entries.length - 1];
    added?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, [entries.length]);
  const add = () => {
    isAdding.current = true;
    onAdd?.();
  };
  return (
    <fieldset ref={rows} className="grid gap-2" data-field={field}>
      <legend className="pb-1.5 font-medium text-[0.8125rem]">{label}</legend>
      {hint && <p className="text-[0.8125rem] text-faint">{hint}</p>}
      {entries.map((entry, index) => {
        const name = nameOf(entry, index);
        return (
          <div key={keyOf(entry, index)} data-row className="flex items-start gap-1">
            <div className="min-w-0 flex-1">{children(entry, index)}</div>
            {onMove && entries.length > 1 && (
              <span className="flex flex-col">
                <RowButton label={`Move ${name} up`} onClick={() => onMove(index, index - 1)} isDisabled={index === 0}>
                  <ArrowUp aria-hidden className="size-3.5" />
                </RowButton>
                <RowButton
                  label={`Move ${name} down`}
                  onClick={() => onMove(index, index + 1)}
                  isDisabled={index === entries.length - 1}
                >
                  <ArrowDown aria-hidden className="size-3.5" />
                </RowButton>
              </span>
            )}
            {onRemove && (
              <Button look="quiet" size="icon" aria-label={`Remove ${name}`} onClick={() => onRemove(index)}>
                <Trash2 aria-hidden />
              </Button>
            )}
          </div>
        );
      })}
      {problem && <FieldError>{problem}</FieldError>}
      {onAdd && (
        <Button size="small" className="justify-self-start" onClick={add}>
          <Plus aria-hidden />
          {addLabel}
        </Button>
      )}
    </fieldset>
  );
}

function RowButton(props: { label: string; onClick: () => void; isDisabled: boolean; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={props.label}
      disabled={props.isDisabled}
      onClick={props.onClick}
      className="grid h-4.5 w-6 place-items-center rounded text-soft hover:bg-hover disabled:opacity-30"
    >
      {props.children}
    </button>
  );
}
