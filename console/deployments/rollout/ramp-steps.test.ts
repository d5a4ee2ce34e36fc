import { expect, it } from 'vitest';
import { rampSteps } from './ramp-steps.ts';

it('goes up evenly and ends where it should, on time', () => {
  const startsAt = new Date('2027-01-01T09:00:00Z');
  expect(rampSteps({ from: 10, to: 100, startsAt, days: 14, steps: 3 })).toEqual([
    { at: '2027-01-06T01:00:00.000Z', percentage: 40 },
    { at: '2027-01-10T17:00:00.000Z', percentage: 70 },
    { at: '2027-01-15T09:00:00.000Z', percentage: 100 },
  ]);
});

it('keeps to hundredths of a percent', () => {
  const steps = rampSteps({ from: 0, to: 100, startsAt: new Date(0), days: 3, steps: 3 });
  expect(steps.map(({ percentage }) => percentage)).toEqual([33.33, 66.67, 100]);
});
