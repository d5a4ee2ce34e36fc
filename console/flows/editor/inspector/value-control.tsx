import { useState } from 'react';
import type { JsonValue } from '../../../../core/json.ts';
import { Field } from '../../../ui/field.tsx';
import type { NodeField } from './node-fields.ts';
import { useNodeField } from './node-form-context.ts';
import { TemplateInput } from './template-input.tsx';

/** A value of any JSON type: what reads as JSON is kept as that, everything else as text. */
export function ValueControl({ field }: { field: NodeField }) {
  const { value, change, problem, mark, isReadOnly } = useNodeField(field.path);
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Field label={field.label} hint={field.hint} error={problem} isOptional={field.isOptional}>
      <TemplateInput
        {...mark}
        isLong
        rows={2}
        className="font-mono text-xs"
        value={typed ?? written(value)}
        isReadOnly={isReadOnly}
        allowsSecrets={field.path === 'body'}
        onValue={(text) => {
          setTyped(text);
          change(text === '' && field.isOptional ? undefined : read(text));
        }}
        onBlur={() => setTyped(null)}
      />
    </Field>
  );
}

function written(value: JsonValue | undefined): string {
  if (typeof value === 'string') return value;
  return value === undefined ? '' : JSON.stringify(value, null, 2);
}

function read(text: string): JsonValue {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
