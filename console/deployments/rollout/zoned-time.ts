import { parseDate } from '../../../core/rollout/parse-date.ts';

/** An instant as a clock on the wall of a time zone shows it: `2027-01-31T09:00`, as date inputs take it. */
export function wallClockOf(instant: string, timeZone: string): string {
  return clockText(Date.parse(instant), timeZone);
}

/**
 * The instant at which that clock shows this. Where clocks go forward past it, the hour after; where they go back and
 * show it twice, the first time. Undefined for what is no date and time.
 */
export function instantOf(wallClock: string, timeZone: string): string | undefined {
  const asUtc = parseDate(wallClock);
  if (Number.isNaN(asUtc)) return undefined;
  const offsetsMs = [asUtc - dayMs, asUtc + dayMs].map((at) => offsetMs(at, timeZone));
  const candidates = offsetsMs.map((offset) => asUtc - offset).sort((one, other) => one - other);
  const exact = candidates.find((at) => clockText(at, timeZone) === clockText(asUtc, 'UTC'));
  const at = exact ?? candidates.at(-1);
  return at === undefined ? undefined : new Date(at).toISOString();
}

const dayMs = 24 * 60 * 60_000;

function offsetMs(at: number, timeZone: string): number {
  const wholeMinute = Math.floor(at / 60_000) * 60_000;
  return Date.parse(`${clockText(wholeMinute, timeZone)}Z`) - wholeMinute;
}

function clockText(at: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
}
