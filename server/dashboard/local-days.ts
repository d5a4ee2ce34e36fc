const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

/** The calendar of a time zone, in days written `YYYY-MM-DD`. */
export interface Calendar {
  dayOf(instant: Date): string;
  /** The first whole UTC hour that falls on the day. */
  startOf(day: string): Date;
}

export function calendarOf(timeZone: string): Calendar {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    calendar: 'gregory',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const dayOf = (instant: Date) => format.format(instant);
  return {
    dayOf,
    startOf(day) {
      let hour = Date.parse(day) - dayMs;
      while (dayOf(new Date(hour)) < day) hour += hourMs;
      return new Date(hour);
    },
  };
}

/** The day so many days later, or earlier. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * dayMs).toISOString().slice(0, 10);
}

/** Every day from the first to the last. */
export function daysFrom(first: string, last: string): string[] {
  const count = Math.round((Date.parse(last) - Date.parse(first)) / dayMs) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(first, index));
}
