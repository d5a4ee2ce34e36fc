import { describe, expect, it, test } from 'vitest';
import { allowedSources, type SourceAccess, type SourceAccessQuestion, strictestAccess } from './source-access.ts';

const strictest: [then: SourceAccess, now: SourceAccess, applies: SourceAccess][] = [
  ['mentioned', 'mentioned', 'mentioned'],
  ['mentioned', 'internal', 'internal'],
  ['mentioned', 'unavailable', 'unavailable'],
  ['internal', 'mentioned', 'internal'],
  ['internal', 'internal', 'internal'],
  ['internal', 'unavailable', 'unavailable'],
  ['unavailable', 'mentioned', 'unavailable'],
  ['unavailable', 'internal', 'unavailable'],
  ['unavailable', 'unavailable', 'unavailable'],
];

test.each(strictest)('%s at the beginning and %s now means %s', (then, now, applies) => {
  expect(strictestAccess(then, now)).toBe(applies);
});

const base: SourceAccessQuestion = {
  atBeginning: { prices: 'mentioned', margins: 'internal' },
  now: { prices: 'mentioned', margins: 'internal' },
  sources: [
    { sourceId: 'prices', revision: 5, personId: null },
    { sourceId: 'margins', revision: 2, personId: null },
    { sourceId: 'secrets', revision: 1, personId: null },
  ],
  recorded: null,
  personId: null,
  brain: 'model',
};
const person = { sourceId: 'note', revision: 1, personId: 'ada' };

const cases: [title: string, change: Partial<SourceAccessQuestion>, readable: string[]][] = [
  ['reads the current texts of the listed sources', {}, ['prices@5 mentioned', 'margins@2 internal']],
  ['keeps internal sources from the built-in brain', { brain: 'built-in' }, ['prices@5 mentioned']],
  [
    'reads the recorded revisions of a pinned version',
    {
      recorded: [
        { sourceId: 'prices', revision: 3 },
        { sourceId: 'margins', revision: 1 },
      ],
    },
    ['prices@3 mentioned', 'margins@1 internal'],
  ],
  [
    'does not read what a pinned version never recorded',
    { recorded: [{ sourceId: 'margins', revision: 1 }] },
    ['margins@1 internal'],
  ],
  [
    'does not read a deleted source, even when recorded',
    { sources: [], recorded: [{ sourceId: 'prices', revision: 3 }] },
    [],
  ],
  ['applies a restriction at once', { now: { prices: 'internal' } }, ['prices@5 internal']],
  [
    'gives a running session nothing that was opened after it began',
    { now: { prices: 'mentioned', margins: 'mentioned', secrets: 'mentioned' } },
    ['prices@5 mentioned', 'margins@2 internal'],
  ],
  [
    'does not take an inherited property for an access',
    { sources: [{ sourceId: 'constructor', revision: 1, personId: null }] },
    [],
  ],
  [
    'lets a source of one person inform that person’s session',
    { sources: [person], personId: 'ada' },
    ['note@1 internal'],
  ],
  ['keeps a source of one person from everybody else', { sources: [person], personId: 'bob' }, []],
  ['keeps a source of one person from a session with nobody known', { sources: [person] }, []],
  [
    'lets a deployment mention a source of one person',
    { sources: [person], personId: 'ada', atBeginning: { note: 'mentioned' }, now: { note: 'mentioned' } },
    ['note@1 mentioned'],
  ],
];

describe('allowedSources', () => {
  it.each(cases)('%s', (_, change, readable) => {
    const allowed = allowedSources({ ...base, ...change });
    expect(allowed.map((each) => `${each.sourceId}@${each.revision} ${each.access}`)).toEqual(readable);
  });
});
