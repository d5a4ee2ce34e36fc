import { describe, expect, test } from 'vitest';
import { linesOf } from './pdf-lines.ts';

/** Letters as a page prints them from its left edge on, each as a run of its own. */
function printed(...runs: readonly string[]): object[] {
  return runs.map((str, index) => ({
    str,
    width: 10,
    transform: [10, 0, 0, 10, 100 + index * 10, 700],
    fontName: 'f1',
    hasEOL: false,
  }));
}

describe('a line of a PDF', () => {
  test('in Arabic is read from its right end, in letters as they are typed', () => {
    const [line] = linesOf(printed('.', '\uFEAE', '\uFED4', '\uFEBB'), {});
    expect(line?.text).toBe('صفر.');
  });

  test('in Hebrew keeps numbers and foreign words as they are', () => {
    const [line] = linesOf(printed('ב', 'א', ' ', '4', '2', '.', '5', ' ', 'P', 'D', 'F', ' ', 'ג'), {});
    expect(line?.text).toBe('ג 42.5 PDF אב');
  });

  test('from left to right stays as it is printed', () => {
    const [line] = linesOf(printed('A', 'ﬁ', 'x', ' ', 'א'), {});
    expect(line?.text).toBe('Afix א');
  });
});
