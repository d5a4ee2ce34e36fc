import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { textIn } from '../graph/read-data.ts';
import type { NodeField } from './node-fields.ts';
import { useNodeField } from './node-form-context.ts';

export interface SubjectControlProps {
  field: NodeField;
  kind: 'flow' | 'twin';
  /** What there is to choose from. */
  subjects: readonly { readonly id: string; readonly name: string; readonly isPublished: boolean }[];
}

/** The flow or the twin that a node hands over to; one that is gone keeps its place by its id. */
export function SubjectControl({ field, kind, subjects }: SubjectControlProps) {
  const { value, change, problem, mark, isReadOnly } = useNodeField(field.path);
  const current = textIn(value);
  const isUnknown = current !== '' && !subjects.some(({ id }) => id === current);
  return (
    <Field label={field.label} hint={field.hint} error={problem}>
      <Select
        {...mark}
        value={current}
        disabled={isReadOnly}
        onChange={(event) => change(event.target.value)}
        options={[
          { value: '', label: `Choose a ${kind}…` },
          ...(isUnknown ? [{ value: current, label: current }] : []),
          ...subjects.map(({ id, name, isPublished }) => ({
            value: id,
            label: isPublished ? name : `${name} (not published yet)`,
          })),
        ]}
      />
    </Field>
  );
}
