/** Smallest contrast of text with its background that WCAG 2.2 AA accepts (success criterion 1.4.3). */
export const textContrast = 4.5;

const white = '#ffffff';
const black = '#000000';

/**
 * Contrast of two colours written `#rrggbb`: 1 (the same) to 21 (black on white).
 * Formula: WCAG 2.2, "contrast ratio".
 */
export function contrastRatio(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** White or black, whichever can be read on the background; white where both can, as it looks calmer on strong colours. */
export function readableOn(background: string): string {
  const onWhite = contrastRatio(white, background);
  return onWhite >= textContrast || onWhite >= contrastRatio(black, background) ? white : black;
}

/**
 * The colour itself when it can be read on the background, else the nearest mix with black or white that can.
 * Both colours are `#rrggbb`.
 */
export function readableAs(colour: string, background: string): string {
  const target = luminance(background) > 0.18 ? black : white;
  for (let share = 0; share < 1; share += 0.05) {
    const candidate = mix(colour, target, share);
    if (contrastRatio(candidate, background) >= textContrast) return candidate;
  }
  return target;
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mix(one: string, other: string, share: number): string {
  const others = channels(other);
  const mixed = channels(one).map((channel, index) => Math.round(channel * (1 - share) + (others[index] ?? 0) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}
