import { expect, it } from 'vitest';
import { previewInWords } from './preview-in-words.ts';

it.each([
  [{ visitors: 480, matching: 12, served: 3 }, '12 of 480 recent visitors match, about 3 would be served.'],
  [{ visitors: 1, matching: 1, served: 1 }, '1 of 1 recent visitor matches, about 1 would be served.'],
  [{ visitors: 2000, matching: 1200, served: 0 }, '1,200 of 2,000 recent visitors match, none would be served.'],
  [{ visitors: 480, matching: 0, served: 0 }, '0 of 480 recent visitors match.'],
  [{ visitors: 0, matching: 0, served: 0 }, 'Nobody has visited recently, so there is nobody to try this on.'],
])('%o', (preview, words) => expect(previewInWords(preview)).toBe(words));
