import { Plus, X } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';

export interface ChipListProps {
  label: string;
  hint?: ReactNode;
  isOptional?: boolean;
  items: readonly string[];
  onChange: (items: string[]) => void;
  problem?: string | undefined;
  /** An item for people; itself when left out. */
  say?: (item: string) => string;
  suggestions?: readonly string[];
  input?: Pick<ComponentProps<'input'>, 'placeholder' | 'inputMode' | 'maxLength'>;
}

/** Several short texts, added one by one. What was typed and not added yet is added when one leaves the field. */
export function ChipList({ items, onChange, say = (item) => item, suggestions, input, ...field }: ChipListProps) {
  const [typed, setTyped] = useState('');
  const listId = useId();
  function add() {
    const fresh = typed.split(/[,\s]+/).filter((text) => text !== '' && !items.includes(text));
    if (fresh.length > 0) onChange([...items, ...new Set(fresh)]);
    setTyped('');
  }
  return (
    <div className="grid gap-2">
      <Field label={field.label} hint={field.hint} error={field.problem} isOptional={field.isOptional}>
        <Input
          {...input}
          list={suggestions && listId}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={add}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== ',') return;
            event.preventDefault();
            add();
          }}
        />
      </Field>
      {suggestions && (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion}>
              {say(suggestion)}
            </option>
          ))}
        </datalist>
      )}
      <ul aria-label={field.label} className="flex flex-wrap gap-1.5 empty:hidden">
        {items.map((item) => (
          <li
            key={item}
            className="inline-flex max-w-full items-center gap-0.5 rounded-full bg-sunken py-0.5 pr-0.5 pl-2.5 text-[0.8125rem]"
          >
            <span className="break-all">{say(item)}</span>
            <Button
              look="quiet"
              size="small"
              aria-label={`Remove ${say(item)}`}
              className="!size-6 !rounded-full !p-0"
              onClick={() => onChange(items.filter((each) => each !== item))}
            >
              <X aria-hidden className="!size-3.5" />
            </Button>
          </li>
        ))}
      </ul>
      {typed.trim() !== '' && (
        <Button size="small" className="justify-self-start" onClick={add}>
          <Plus aria-hidden />
          Add {typed.trim()}
        </Button>
      )}
    </div>
  );
}
