import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { instantOf, wallClockOf } from './zoned-time.ts';

it.each([
  ['2027-01-31T09:00', 'UTC', '2027-01-31T09:00:00.000Z'],
  ['2027-01-31T09:00', 'Europe/Berlin', '2027-01-31T08:00:00.000Z'],
  ['2027-07-01T09:00', 'Europe/Berlin', '2027-07-01T07:00:00.000Z'],
  ['2027-07-01T09:00', 'America/New_York', '2027-07-01T13:00:00.000Z'],
  ['2027-07-01T09:00', 'Asia/Kathmandu', '2027-07-01T03:15:00.000Z'],
  // Clocks go from 02:00 to 03:00: half past two does not exist.
  ['2027-03-28T02:30', 'Europe/Berlin', '2027-03-28T01:30:00.000Z'],
  // Clocks go from 03:00 back to 02:00: half past two comes twice.
  ['2027-10-31T02:30', 'Europe/Berlin', '2027-10-31T00:30:00.000Z'],
])('%s in %s is %s', (wallClock, timeZone, instant) => expect(instantOf(wallClock, timeZone)).toBe(instant));

it('is no instant when it is no date', () => {
  expect(instantOf('', 'UTC')).toBeUndefined();
  expect(instantOf('2027-02-31', 'UTC')).toBeUndefined();
});

it('gives back what the clock on the wall shows, wherever it shows it once', () => {
  const minutes = fc.integer({ min: 0, max: 40_000_000 });
  const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata');
  fc.assert(
    fc.property(minutes, zones, (minute, timeZone) => {
      const instant = new Date(minute * 60_000).toISOString();
      const shown = wallClockOf(instant, timeZone);
      const back = instantOf(shown, timeZone) ?? '';
      expect(wallClockOf(back, timeZone)).toBe(shown);
    }),
  );
});
