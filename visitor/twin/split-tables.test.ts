import { expect, test } from 'vitest';
import { splitTables } from './split-tables.ts';

test('a table is told apart from what stands around it', () => {
  expect(splitTables('Prices:\n\n| Item | Price |\n|---|--:|\n| A \\| B | 2 € [1] |\n| C |\n\nThat is all.')).toEqual([
    { kind: 'text', at: 0, text: 'Prices:\n' },
    {
      kind: 'table',
      at: 2,
      isQuoted: false,
      header: ['Item', 'Price'],
      rows: [
        ['A | B', '2 € [1]'],
        ['C', ''],
      ],
    },
    { kind: 'text', at: 6, text: '\nThat is all.' },
  ]);
});

test('a quoted table ends with its quotation, and its mark stays a quotation', () => {
  expect(splitTables('> | Day | Open |\n> | --- | --- |\n> | Monday | 7 to 12 |\n>\n> [1]')).toEqual([
    { kind: 'table', at: 0, isQuoted: true, header: ['Day', 'Open'], rows: [['Monday', '7 to 12']] },
    { kind: 'text', at: 3, text: '>\n> [1]' },
  ]);
});

test('rows that are quoted one by one are one table', () => {
  const head = '> | Item | Price |\n> | --- | --- |\n';
  expect(splitTables(`${head}> | Course | 149 € |\n>\n${head}> | Band | 9 € |`)).toMatchObject([
    {
      kind: 'table',
      rows: [
        ['Course', '149 €'],
        ['Band', '9 €'],
      ],
    },
  ]);
});

test.each([
  'Either this | or that.',
  '| a head that is still written |',
  '```\n| a | b |\n| - | - |\n```',
  'Title\n-----\nText.',
])('%j holds no table', (markdown) => {
  expect(splitTables(markdown)).toEqual([{ kind: 'text', at: 0, text: markdown }]);
});
