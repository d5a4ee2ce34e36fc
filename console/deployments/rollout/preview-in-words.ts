export interface Preview {
  readonly visitors: number;
  readonly matching: number;
  readonly served: number;
}

/** What recent visitors would have met: "12 of 480 recent visitors match, about 3 would be served". */
export function previewInWords({ visitors, matching, served }: Preview): string {
  if (visitors === 0) return 'Nobody has visited recently, so there is nobody to try this on.';
  const who = `${count(matching)} of ${count(visitors)} recent ${visitors === 1 ? 'visitor matches' : 'visitors match'}`;
  if (matching === 0) return `${who}.`;
  return `${who}, ${served === 0 ? 'none' : `about ${count(served)}`} would be served.`;
}

function count(number: number): string {
  return number.toLocaleString('en');
}
