import { expect, test } from 'vitest';
import { csvLine } from './csv-line.ts';

test.each([
  ['plain text', 'plain text'],
  [3, '3'],
  [-3, '-3'],
  [null, ''],
  ['', ''],
  ['a, b', '"a, b"'],
  ['she said "no"', '"she said ""no"""'],
  ['two\nlines', '"two\nlines"'],
  [' padded ', '" padded "'],
  ['=1+1', "'=1+1"],
  ['+43 1 234', "'+43 1 234"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['  =1+1', "'  =1+1"],
  ['\t=1+1', "'\t=1+1"],
  ['\r=1', '"\'\r=1"'],
  ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
  ['a=b', 'a=b'],
])('%j is written as %j', (cell, written) => {
  expect(csvLine([cell])).toBe(`${written}\r\n`);
});

test('cells are parted by commas, and empty ones keep their place', () => {
  expect(csvLine(['a', null, 1, ''])).toBe('a,,1,\r\n');
});
