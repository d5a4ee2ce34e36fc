import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastRatio, readableAs, readableOn, textContrast } from './contrast.ts';

const colours = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('contrastRatio', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.48],
    ['#0000ff', '#ffffff', 8.59],
  ])('of %s and %s is %d, whichever comes first', (one, other, ratio) => {
    expect(contrastRatio(one, other)).toBeCloseTo(ratio, 1);
    expect(contrastRatio(other, one)).toBe(contrastRatio(one, other));
  });
});

describe('readableOn', () => {
  it('gives text that can be read on any accent colour', () => {
    fc.assert(
      fc.property(colours, (accent) => {
        expect(contrastRatio(readableOn(accent), accent)).toBeGreaterThanOrEqual(textContrast);
      }),
    );
  });
  it.each([
    ['#ffe600', '#000000'],
    ['#3b5bdb', '#ffffff'],
  ])('on %s writes in %s', (accent, text) => expect(readableOn(accent)).toBe(text));
});

describe('readableAs', () => {
  it('keeps a colour that can be read already', () => expect(readableAs('#1a3a8a', '#ffffff')).toBe('#1a3a8a'));
  it.each(['#ffffff', '#15171c'])('makes any colour readable on %s', (background) => {
    fc.assert(
      fc.property(colours, (colour) => {
        expect(contrastRatio(readableAs(colour, background), background)).toBeGreaterThanOrEqual(textContrast);
      }),
    );
  });
});
