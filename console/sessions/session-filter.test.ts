import { expect, it } from 'vitest';
import { readSessionFilter } from './session-filter.ts';

it('reads what it knows', () => {
  const search = {
    q: 'refund',
    deployment: 'dep_1',
    status: 'ended',
    outcome: 'notAchieved',
    endReason: 'visitorLeft',
    unread: 'true',
    person: 'per_1',
    version: 3,
    kind: 'live',
    from: '2027-01-31T09:00:00.000Z',
  };
  expect(readSessionFilter({ ...search, version: '3' })).toEqual(search);
});

it.each([
  { status: 'paused' },
  { outcome: 'good' },
  { deployment: '' },
  { q: '  ' },
  { unread: 'maybe' },
  { version: '0' },
  { version: 'two' },
  { from: 'yesterday' },
  { from: '2027-13-01T00:00:00Z' },
  { page: '7' },
  {},
])('leaves out what is no filter: %j', (search) =>
  expect(Object.values(readSessionFilter(search)).filter((value) => value !== undefined)).toEqual([]),
);
