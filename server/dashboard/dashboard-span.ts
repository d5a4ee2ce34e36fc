import { invalidField } from '../errors.ts';
import { addDays, type Calendar } from './local-days.ts';

const hourMs = 60 * 60 * 1000;
const defaultDays = 30;
const mostDays = 400;

/** The whole hours that a dashboard counts: `to` is not among them. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** The span asked for, in days of the calendar or instants; the last 30 days, today included, when nothing is said. */
export function dashboardSpan(asked: { from?: string; to?: string }, calendar: Calendar, now: Date): Span {
  const to = asked.to === undefined ? nextHour(now) : endOf(asked.to, calendar);
  const lastDay = calendar.dayOf(new Date(to.getTime() - 1));
  const from = startOf(asked.from ?? addDays(lastDay, 1 - defaultDays), calendar);
  if (from >= to) throw invalidField('from', 'must be before "to"');
  if (to.getTime() - from.getTime() > mostDays * 24 * hourMs) {
    throw invalidField('from', `must be at most ${mostDays} days before "to"`);
  }
  return { from, to };
}

export function isDay(moment: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(moment);
}

function startOf(moment: string, calendar: Calendar): Date {
  if (isDay(moment)) return calendar.startOf(moment);
  return new Date(Math.floor(Date.parse(moment) / hourMs) * hourMs);
}

function endOf(moment: string, calendar: Calendar): Date {
  if (isDay(moment)) return calendar.startOf(addDays(moment, 1));
  return new Date(Math.ceil(Date.parse(moment) / hourMs) * hourMs);
}

function nextHour(now: Date): Date {
  return new Date((Math.floor(now.getTime() / hourMs) + 1) * hourMs);
}
