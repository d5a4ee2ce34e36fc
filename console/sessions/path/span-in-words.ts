/** How long something took: `at once`, `4.2 s`, `3 min 20 s`, `2 h 5 min`. */
export function spanInWords(spanMs: number): string {
  if (spanMs < 100) return 'at once';
  if (spanMs < 10_000) return `${(spanMs / 1000).toFixed(1)} s`;
  const seconds = Math.round(spanMs / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return both(minutes, 'min', seconds % 60, 's');
  return both(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
}

function both(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
