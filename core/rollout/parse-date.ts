const isoDate = /^\s*(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)?)?\s*$/i;

/**
 * The instant, in milliseconds since 1970 UTC, that a text spells as an ISO 8601 date or date and time; NaN when it does not.
 * A date alone is midnight UTC, and a time without an offset is UTC, so that every machine agrees. 2026-02-30 is no date.
 */
export function parseDate(value: unknown): number {
  const parts = typeof value === 'string' ? isoDate.exec(value) : null;
  if (parts === null) return Number.NaN;
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', offset = 'Z'] = parts;
  const wallClock = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
  const wallClockMs = Date.parse(wallClock);
  const exists = !Number.isNaN(wallClockMs) && new Date(wallClockMs).toISOString() === wallClock;
  return exists ? wallClockMs - offsetMs(offset) : Number.NaN;
}

function offsetMs(offset: string): number {
  if (offset.length === 1) return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(-2));
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
