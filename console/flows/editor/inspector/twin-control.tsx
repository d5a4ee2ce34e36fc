import { queryOptions, useQuery } from '@tanstack/react-query';
import { twinEndpoints } from '../../../../contract/twins.ts';
import { api } from '../../../api/api.ts';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { textIn } from '../graph/read-data.ts';
import type { NodeField } from './node-fields.ts';
import { useNodeField } from './node-form-context.ts';

const twinNamesQuery = queryOptions({
  queryKey: ['twins', 'names'],
  queryFn: async ({ signal }) => {
    const { items } = await api.call(twinEndpoints.listTwins, { query: { limit: 200 }, signal });
    return items.map(({ id, name, newestVersion }) => ({
      value: id,
      label: newestVersion === null ? `${name} (not published yet)` : name,
    }));
  },
});

/** The twin that a twin node hands the talk to. */
export function TwinControl({ field }: { field: NodeField }) {
  const { value, change, problem, mark, isReadOnly } = useNodeField(field.path);
  const { data: twins = [] } = useQuery(twinNamesQuery);
  const current = textIn(value);
  const isUnknown = current !== '' && !twins.some((twin) => twin.value === current);
  return (
    <Field label={field.label} hint={field.hint} error={problem}>
      <Select
        {...mark}
        value={current}
        disabled={isReadOnly}
        onChange={(event) => change(event.target.value)}
        options={[
          { value: '', label: 'Choose a twin…' },
          ...(isUnknown ? [{ value: current, label: current }] : []),
          ...twins,
        ]}
      />
    </Field>
  );
}
