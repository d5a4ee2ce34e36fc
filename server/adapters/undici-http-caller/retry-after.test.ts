import { expect, test } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

const date = 'Sun, 01 Mar 2026 12:00:00 GMT';

test.each<[string, Record<string, string>, number | undefined]>([
  ['nothing', {}, undefined],
  ['seconds', { 'retry-after': '120' }, 120_000],
  ['seconds in spaces', { 'retry-after': ' 7 ' }, 7_000],
  ['no wait', { 'retry-after': '0' }, 0],
  ['a date', { 'retry-after': 'Sun, 01 Mar 2026 12:02:00 GMT', date }, 120_000],
  ['a date that has passed', { 'retry-after': 'Sun, 01 Mar 2026 11:00:00 GMT', date }, 0],
  ['a date without saying what time it is there', { 'retry-after': 'Sun, 01 Mar 2026 12:02:00 GMT' }, undefined],
  ['a negative number', { 'retry-after': '-5' }, undefined],
  ['a number no clock holds', { 'retry-after': '9'.repeat(400) }, undefined],
  ['words', { 'retry-after': 'soon', date }, undefined],
  ['an empty value', { 'retry-after': '' }, undefined],
])('%s', (_what, headers, ms) => expect(retryAfterMs(new Headers(headers))).toBe(ms));
