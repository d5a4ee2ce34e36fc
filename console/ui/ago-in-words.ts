const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const units = [
  ['year', 365 * dayMs],
  ['month', 30 * dayMs],
  ['day', dayMs],
  ['hour', hourMs],
] as const;
const justNowMs = 45_000;
const words = new Intl.RelativeTimeFormat('en');

/** How far a moment is from now, in its largest unit: `just now`, `3 days ago`, `in 2 hours`. */
export function agoInWords(at: Date, now: Date): string {
  const fromNowMs = at.getTime() - now.getTime();
  const awayMs = Math.abs(fromNowMs);
  if (awayMs < justNowMs) return 'just now';
  const [unit, unitMs] = units.find(([, each]) => awayMs >= each) ?? ['minute', minuteMs];
  return words.format(Math.round(fromNowMs / unitMs), unit);
}
