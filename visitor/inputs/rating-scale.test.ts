import { describe, expect, it } from 'vitest';
import { isStars, ratingScale } from './rating-scale.ts';

describe('ratingScale', () => {
  it.each([
    [{}, [1, 2, 3, 4, 5]],
    [{ min: 1, max: 3 }, [1, 2, 3]],
    [{ min: 0, max: 10 }, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
    [{ max: '4' }, [1, 2, 3, 4]],
    [{ min: 5, max: 2 }, [5]],
    [{ min: 7 }, [7]],
    [{ min: 'low' }, [1, 2, 3, 4, 5]],
  ])('of %j is %j', (input, scale) => expect(ratingScale(input)).toEqual(scale));

  it('stays small enough to show', () => expect(ratingScale({ min: 0, max: 1e9 })).toHaveLength(11));
});

describe('isStars', () => {
  it.each([
    [[1, 2, 3, 4, 5], true],
    [[0, 1, 2], false],
    [[1, 2, 3, 4, 5, 6], false],
  ])('for %j is %s', (scale, stars) => expect(isStars(scale)).toBe(stars));
});
