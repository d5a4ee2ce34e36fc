import { describe, expect, test } from 'vitest';
import { dashboardSpan } from './dashboard-span.ts';
import { calendarOf } from './local-days.ts';

const vienna = calendarOf('Europe/Vienna');
const now = new Date('2027-01-31T12:30:00Z');

function spanOf(asked: { from?: string; to?: string }): [string, string] {
  const { from, to } = dashboardSpan(asked, vienna, now);
  return [from.toISOString(), to.toISOString()];
}

describe('the span of a dashboard', () => {
  test.each<[string, { from?: string; to?: string }, string, string]>([
    ['is the last 30 days with today', {}, '2027-01-01T23:00:00.000Z', '2027-01-31T13:00:00.000Z'],
    [
      'takes days whole, in the time zone',
      { from: '2027-01-10', to: '2027-01-11' },
      '2027-01-09T23:00:00.000Z',
      '2027-01-11T23:00:00.000Z',
    ],
    [
      'widens instants to whole hours',
      { from: '2027-01-10T10:59:00Z', to: '2027-01-10T12:01:00Z' },
      '2027-01-10T10:00:00.000Z',
      '2027-01-10T13:00:00.000Z',
    ],
    [
      'leaves whole hours as they are',
      { from: '2027-01-10T10:00:00Z', to: '2027-01-10T12:00:00Z' },
      '2027-01-10T10:00:00.000Z',
      '2027-01-10T12:00:00.000Z',
    ],
    ['reaches back 30 days from its end', { to: '2027-01-30' }, '2026-12-31T23:00:00.000Z', '2027-01-30T23:00:00.000Z'],
    ['reaches to now from its start', { from: '2027-01-30' }, '2027-01-29T23:00:00.000Z', '2027-01-31T13:00:00.000Z'],
  ])('%s', (_, asked, from, to) => {
    expect(spanOf(asked)).toEqual([from, to]);
  });

  test.each([
    [{ from: '2027-02-01', to: '2027-01-01' }, 'must be before'],
    [{ from: '2027-03-01' }, 'must be before'],
    [{ from: '2020-01-01', to: '2027-01-01' }, 'at most 400 days'],
  ])('refuses %j: %s', (asked, message) => {
    expect(() => spanOf(asked)).toThrow(message);
  });
});
