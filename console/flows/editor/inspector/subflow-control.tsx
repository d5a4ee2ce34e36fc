import { useQuery } from '@tanstack/react-query';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { useEditorContext } from '../editor-context.ts';
import { textIn } from '../graph/read-data.ts';
import { flowNamesQuery } from '../problems/flow-world.ts';
import type { NodeField } from './node-fields.ts';
import { useNodeField } from './node-form-context.ts';

/** The flow that a subflow node runs. */
export function SubflowControl({ field }: { field: NodeField }) {
  const { value, change, problem, mark, isReadOnly } = useNodeField(field.path);
  const { flow } = useEditorContext();
  const { data: names = new Map<string, { name: string; isPublished: boolean }>() } = useQuery(flowNamesQuery);
  const others = [...names].filter(([id]) => id !== flow.id);
  const current = textIn(value);
  const unknown = current !== '' && !names.has(current) ? [{ value: current, label: current }] : [];
  return (
    <Field label={field.label} hint={field.hint} error={problem}>
      <Select
        {...mark}
        value={current}
        disabled={isReadOnly}
        onChange={(event) => change(event.target.value)}
        options={[
          { value: '', label: 'Choose a flow…' },
          ...unknown,
          ...others.map(([id, { name, isPublished }]) => ({
            value: id,
            label: isPublished ? name : `${name} (not published yet)`,
          })),
        ]}
      />
    </Field>
  );
}
