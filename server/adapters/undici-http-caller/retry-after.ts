/**
 * How long a response asks to wait before the same is asked again (RFC 9110, 10.2.3): seconds, or a date, which is read
 * by the clock of the one who answered; undefined where it does not say.
 */
export function retryAfterMs(headers: { get(name: string): string | null }): number | undefined {
  const asked = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,12}$/.test(asked)) return Number(asked) * 1000;
  const ms = Date.parse(asked) - Date.parse(headers.get('date') ?? '');
  return /^[A-Za-z]/.test(asked) && Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
