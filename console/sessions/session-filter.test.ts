import { expect, it } from 'vitest';
import { readSessionFilter } from './session-filter.ts';

it('reads what it knows', () => {
  const search = { deployment: 'dep_1', status: 'ended', outcome: 'notAchieved', person: 'per_1' };
  expect(readSessionFilter(search)).toEqual(search);
});

it.each([{ status: 'paused' }, { outcome: 'good' }, { deployment: '' }, { page: '7' }, {}])(
  'leaves out what is no filter: %j',
  (search) => expect(Object.values(readSessionFilter(search)).filter((value) => value !== undefined)).toEqual([]),
);
