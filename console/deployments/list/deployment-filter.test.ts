import { expect, it } from 'vitest';
import { isNarrowed, readDeploymentFilter } from './deployment-filter.ts';

it('reads what it knows', () => {
  const search = { q: 'front page', status: 'inactive', sort: 'success' };
  expect(readDeploymentFilter(search)).toEqual(search);
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
