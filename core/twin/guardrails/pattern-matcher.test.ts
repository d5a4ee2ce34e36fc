import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchPatterns } from './pattern-matcher.ts';
import { viewOf } from './text-views.ts';

const chars = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 });
const pattern = fc.record({ chars, isWhole: fc.boolean() });

test('finds what a search for each pattern finds', () => {
  fc.assert(
    fc.property(fc.array(pattern, { maxLength: 12 }), fc.array(chars, { maxLength: 12 }), (patterns, words) => {
      const view = viewOf(words);
      const expected = patterns.flatMap((each, index) =>
        placesOf(each.chars, view.chars).some(
          (at) => !each.isWhole || (view.edges[at] === 1 && view.edges[at + each.chars.length] === 1),
        )
          ? [index]
          : [],
      );
      expect([...matchPatterns(patterns)(view)].sort((a, b) => a - b)).toEqual(expected);
    }),
  );
});

function placesOf(part: string, text: string): number[] {
  return [...text].flatMap((_, at) => (text.startsWith(part, at) ? [at] : []));
}
