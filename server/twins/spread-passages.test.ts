import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadPassages } from './spread-passages.ts';

const text = (sourceId: string, passages: number) => ({ sourceId, revision: 3, passages });
const numbersOf = (sourceId: string, places: ReturnType<typeof spreadPassages>) =>
  places.filter((place) => place.sourceId === sourceId).map(({ number }) => number);

test('a short text is read whole', () => {
  expect(spreadPassages([text('a', 3)], 60)).toEqual(
    [1, 2, 3].map((number) => ({ sourceId: 'a', revision: 3, number })),
  );
});

test('a long text is read from beginning to end', () => {
  expect(numbersOf('a', spreadPassages([text('a', 1000)], 4))).toEqual([1, 251, 501, 751]);
});

test('what a short text does not need goes to the long ones', () => {
  const places = spreadPassages([text('long', 500), text('short', 2), text('empty', 0)], 10);
  expect([numbersOf('long', places).length, numbersOf('short', places).length]).toEqual([8, 2]);
});

test('as many different passages as there are are chosen, and never more than may be', () => {
  const counts = fc.array(fc.nat({ max: 200 }), { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(counts, fc.integer({ min: 10, max: 100 }), (passages, most) => {
      const texts = passages.map((count, index) => text(`src_${index}`, count));
      const places = spreadPassages(texts, most);
      const total = passages.reduce((sum, count) => sum + count, 0);
      expect(new Set(places.map(({ sourceId, number }) => `${sourceId}/${number}`)).size).toBe(Math.min(total, most));
      const countOf = new Map(texts.map((each) => [each.sourceId, each.passages]));
      for (const { sourceId, number } of places) expect(number).toBeLessThanOrEqual(countOf.get(sourceId) ?? 0);
    }),
  );
});
