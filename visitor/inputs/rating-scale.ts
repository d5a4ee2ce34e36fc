import type { Input } from '../../core/flow/node-data.ts';

const usual = { min: 1, max: 5 };
const most = 11;

/** The values a rating offers, lowest first: 1 to 5 unless the author set other bounds, and never more than eleven. */
export function ratingScale({ min, max }: Pick<Input, 'min' | 'max'>): readonly number[] {
  const from = wholeNumber(min) ?? usual.min;
  const to = Math.max(from, wholeNumber(max) ?? Math.max(usual.max, from));
  return Array.from({ length: Math.min(most, to - from + 1) }, (_, index) => from + index);
}

/** Whether a scale reads as so many out of so many stars. */
export function isStars(scale: readonly number[]): boolean {
  return scale[0] === 1 && scale.length <= 5;
}

function wholeNumber(bound: Input['min']): number | null {
  const value = Number(bound ?? Number.NaN);
  return Number.isFinite(value) ? Math.round(value) : null;
}
