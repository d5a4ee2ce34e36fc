/** Units a person thinks in, largest first. */
export const durationUnits = [
  { word: 'day', ms: 24 * 60 * 60_000 },
  { word: 'hour', ms: 60 * 60_000 },
  { word: 'minute', ms: 60_000 },
  { word: 'second', ms: 1000 },
] as const;

/** A duration as a person says it: `1 hour 30 minutes`. */
export function durationInWords(durationMs: number): string {
  let restMs = durationMs;
  const parts: string[] = [];
  for (const { word, ms } of durationUnits) {
    const count = Math.floor(restMs / ms);
    restMs -= count * ms;
    if (count > 0) parts.push(`${count} ${word}${count === 1 ? '' : 's'}`);
  }
  return parts.join(' ') || 'no time';
}
