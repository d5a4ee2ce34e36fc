import { type SourceSummary, sourceEndpoints } from '../../contract/sources.ts';
import { api } from '../api/api.ts';
import { useAction } from '../api/use-action.ts';
import { Select } from '../ui/select.tsx';
import { type OwnAccess, ownAccesses } from './add/own-access-field.tsx';
import { changedWith } from './source-queries.ts';

/** Changes at once what a twin may do with a person's own source, in talks with that person. */
export function OwnAccessSelect({ source, isDisabled }: { source: SourceSummary; isDisabled: boolean }) {
  const change = useAction({
    run: (personAccess: OwnAccess) =>
      api.call(sourceEndpoints.changeSource, { params: { id: source.id }, body: { personAccess } }),
    refresh: changedWith(source.id),
    failure: 'It is used as before',
  });
  return (
    <Select
      aria-label={`Use of ${source.name} in talks`}
      className="relative w-30"
      disabled={isDisabled}
      value={change.isPending ? change.variables : (source.personAccess ?? 'internal')}
      options={ownAccesses}
      onChange={({ target }) => change.mutate(target.value === 'mentioned' ? 'mentioned' : 'internal')}
    />
  );
}
