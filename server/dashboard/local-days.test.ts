import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, calendarOf, daysFrom } from './local-days.ts';

describe('a calendar', () => {
  test.each([
    ['UTC', '2027-01-10T00:00:00Z', '2027-01-10'],
    ['Europe/Vienna', '2027-01-09T23:00:00Z', '2027-01-10'],
    ['America/New_York', '2027-01-10T04:59:59Z', '2027-01-09'],
    ['Pacific/Kiritimati', '2027-01-09T10:00:00Z', '2027-01-10'],
  ])('of %s puts %s on %s', (timeZone, instant, day) => {
    expect(calendarOf(timeZone).dayOf(new Date(instant))).toBe(day);
  });

  test.each([
    ['UTC', '2027-01-10', '2027-01-10T00:00:00.000Z'],
    ['Europe/Vienna', '2027-01-10', '2027-01-09T23:00:00.000Z'],
    ['Europe/Vienna', '2027-07-10', '2027-07-09T22:00:00.000Z'],
    ['Asia/Kolkata', '2027-01-10', '2027-01-09T19:00:00.000Z'],
    ['America/Santiago', '2027-09-05', '2027-09-05T04:00:00.000Z'],
    ['Pacific/Kiritimati', '2027-01-10', '2027-01-09T10:00:00.000Z'],
    ['Etc/GMT+12', '2027-01-10', '2027-01-10T12:00:00.000Z'],
  ])('of %s begins %s at %s', (timeZone, day, instant) => {
    expect(calendarOf(timeZone).startOf(day).toISOString()).toBe(instant);
  });

  test('begins every day in the hour after the day before', () => {
    const zones = fc.constantFrom('UTC', 'Europe/Vienna', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe');
    fc.assert(
      fc.property(
        zones,
        fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
        (zone, at) => {
          const calendar = calendarOf(zone);
          const start = calendar.startOf(calendar.dayOf(at));
          expect(calendar.dayOf(start)).toBe(calendar.dayOf(at));
          expect(calendar.dayOf(new Date(start.getTime() - 3_600_000)) < calendar.dayOf(at)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});

test('days follow each other over the end of a month and a leap year', () => {
  expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
  expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
  expect(daysFrom('2027-12-30', '2028-01-02')).toEqual(['2027-12-30', '2027-12-31', '2028-01-01', '2028-01-02']);
  expect(daysFrom('2027-01-01', '2027-01-01')).toEqual(['2027-01-01']);
  expect(daysFrom('2027-01-02', '2027-01-01')).toEqual([]);
});
