import { queryOptions, useQuery } from '@tanstack/react-query';
import { twinEndpoints } from '../../../../contract/twins.ts';
import { api } from '../../../api/api.ts';
import type { NodeField } from './node-fields.ts';
import { SubjectControl } from './subject-control.tsx';

const twinNamesQuery = queryOptions({
  queryKey: ['twins', 'names'],
  queryFn: async ({ signal }) => {
    const { items } = await api.call(twinEndpoints.listTwins, { query: { limit: 200 }, signal });
    return items.map(({ id, name, newestVersion }) => ({ id, name, isPublished: newestVersion !== null }));
  },
});

/** The twin that a twin node hands the talk to. */
export function TwinControl({ field }: { field: NodeField }) {
  const { data: twins = [] } = useQuery(twinNamesQuery);
  return <SubjectControl field={field} kind="twin" subjects={twins} />;
}
