const decimal = /^\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?\s*$/i;

/** The finite number that a value is or spells in decimal (`42`, `" 4.2 "`, `"1e3"`); NaN when it does neither. */
export function parseNumber(value: unknown): number {
  if (typeof value === 'string') return decimal.test(value) ? finite(Number(value)) : Number.NaN;
  return typeof value === 'number' ? finite(value) : Number.NaN;
}

function finite(number: number): number {
  return Number.isFinite(number) ? number : Number.NaN;
}
