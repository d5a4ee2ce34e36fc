import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexRuns, sharedRuns, textEnd } from './shared-runs.ts';

const text = fc
  .array(fc.constantFrom('bank', 'plant', 'sells', 'x', 'march', textEnd), { maxLength: 30 })
  .map((each) => each.join(''));

test('every run is shared', () => {
  fc.assert(
    fc.property(text, text, (indexed, read) => {
      const plain = read.replaceAll(textEnd, '');
      for (const { inText, inIndex, length } of sharedRuns(indexRuns(indexed), plain)) {
        const run = plain.slice(inText, inText + length);
        expect(indexed.slice(inIndex, inIndex + length)).toBe(run);
        expect(run).not.toContain(textEnd);
      }
    }),
  );
});

test('whatever of a text stands in another is found', () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 3, maxLength: 8 }), {
    minLength: 9,
    maxLength: 30,
  });
  fc.assert(
    fc.property(words, fc.nat(4), fc.string(), fc.string(), (parts, skipped, before, after) => {
      const part = parts.slice(skipped).join('');
      const runs = sharedRuns(indexRuns(parts.join('')), `${before}#${part}#${after}`);
      const at = before.length + 1;
      expect(runs.some((run) => run.inText <= at && run.inText + run.length >= at + part.length)).toBe(true);
    }),
  );
});
