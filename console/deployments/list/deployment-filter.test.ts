import { expect, it } from 'vitest';
import { deploymentSorts, deploymentStatuses } from '../../../contract/deployments.ts';
import { isNarrowed, readDeploymentFilter } from './deployment-filter.ts';

it('reads what it knows', () => {
  const search = { q: 'front page', status: 'inactive', sort: 'success' };
  expect(readDeploymentFilter(search)).toEqual(search);
});

it('reads every status and every order there is, the usual one by saying nothing', () => {
  const read = (search: object) => readDeploymentFilter({ ...search });
  expect(deploymentStatuses.map((status) => read({ status }).status)).toEqual(deploymentStatuses);
  expect(deploymentSorts.map((sort) => read({ sort }).sort ?? 'newest')).toEqual(deploymentSorts);
});

it.each([{ status: 'paused' }, { sort: 'newest' }, { sort: 'age' }, { q: '  ' }, { q: 7 }, { page: '2' }, {}])(
  'leaves out what is no filter: %j',
  (search) => expect(Object.values(readDeploymentFilter(search))).toEqual([undefined, undefined, undefined]),
);

it('is narrowed by a search or a status, and not by an order', () => {
  expect([{ q: 'a' }, { status: 'active' as const }, { sort: 'name' as const }].map(isNarrowed)).toEqual([
    true,
    true,
    false,
  ]);
});
