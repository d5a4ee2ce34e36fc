import { expect, it } from 'vitest';
import { decisionInWords } from './decision-in-words.ts';

const served = { reason: 'SERVED', group: null, bucket: 4211, percentage: 62.5 } as const;

it.each([
  [served, 'Everyone may; bucket 4,211 of 10,000 is within 62.5 %'],
  [{ ...served, group: 'Big plans' }, 'Matches “Big plans”; bucket 4,211 of 10,000 is within 62.5 %'],
  [{ ...served, reason: 'OWNER_LINK' } as const, 'A member’s link, which passes audience and percentage'],
])('%j', (decision, words) => expect(decisionInWords(decision)).toBe(words));
