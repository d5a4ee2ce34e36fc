import { useId, useMemo } from 'react';
import { Input } from '../../../ui/input.tsx';
import { useEditorContext } from '../editor-context.ts';
import { knownValues } from './template-values.ts';

export interface AttributeInputProps {
  value: string;
  onValue: (attribute: string) => void;
  isReadOnly: boolean;
  isInvalid: boolean;
  'data-field'?: string;
}

/** An attribute or a variable of the flow, by name, with those that are known to choose from. */
export function AttributeInput({ value, onValue, isReadOnly, isInvalid, ...mark }: AttributeInputProps) {
  const id = useId();
  const { editor, check } = useEditorContext();
  const values = useMemo(() => knownValues(editor.graph(), check.world), [editor, check.world]);
  return (
    <>
      <Input
        {...mark}
        list={id}
        aria-label="Attribute"
        autoComplete="off"
        spellCheck={false}
        className="font-mono text-xs"
        placeholder="contact.plan or var.name"
        aria-invalid={isInvalid || undefined}
        value={value}
        readOnly={isReadOnly}
        onChange={(event) => onValue(event.target.value)}
      />
      <datalist id={id}>
        {values.map(({ name, description }) => (
          <option key={name} value={name}>
            {description}
          </option>
        ))}
      </datalist>
    </>
  );
}
