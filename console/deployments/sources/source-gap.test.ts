import { expect, it } from 'vitest';
import type { AccessBySource } from '../../../core/twin/source-access.ts';
import { type SourceGap, sourceGap } from './source-gap.ts';

const prices = { id: 'src_prices', status: 'ready', revision: 1 } as const;
const broken = { id: 'src_broken', status: 'failed', revision: null } as const;
const stale = { id: 'src_stale', status: 'failed', revision: 2 } as const;
const waiting = { id: 'src_waiting', status: 'waiting', revision: null } as const;
const sources = [prices, broken, stale, waiting];

it.each<[string, AccessBySource, typeof sources | [], SourceGap | null]>([
  ['without any source, none serves', {}, [], 'noSources'],
  ['one that was deleted does not count', { src_gone: 'mentioned' }, [], 'noSources'],
  ['a source nobody chose is unavailable', {}, sources, 'noneChosen'],
  ['so is one that is said to be', { src_prices: 'unavailable' }, sources, 'noneChosen'],
  ['one that may be mentioned serves', { src_prices: 'mentioned' }, sources, null],
  ['an internal one serves a model alone', { src_prices: 'internal' }, sources, 'onlyInternal'],
  ['beside one that may be mentioned it is no gap', { src_prices: 'internal', src_stale: 'mentioned' }, sources, null],
  [
    'beside one that may be mentioned and could never be read it is',
    { src_prices: 'internal', src_broken: 'mentioned' },
    sources,
    'onlyInternal',
  ],
  ['one that could never be read does not serve', { src_broken: 'mentioned' }, sources, 'noneReadable'],
  ['an earlier text stays in use', { src_stale: 'mentioned' }, sources, null],
  ['one that is being read will serve', { src_waiting: 'mentioned' }, sources, null],
  ['one that can be read is enough', { src_broken: 'mentioned', src_prices: 'mentioned' }, sources, null],
])('%s', (_, accesses, known, gap) => expect(sourceGap(accesses, known)).toBe(gap));
