import { expect, test } from 'vitest';
import { diffFlow } from '../../../core/flow/diff-flow.ts';
import { graph, node, say } from '../../../core/flow/testing/small-graphs.ts';
import { countDiff, describeDiff } from './describe-diff.ts';

const before = graph([say('hello', 'Hello'), say('bye')], ['hello -> bye']);
const after = graph([say('hello', 'Hi'), node('end', 'end')], ['hello -> end'], { language: 'de' });
const diff = diffFlow(before, after);

test('a diff reads as what was added, removed and changed, with texts before and after', () => {
  expect(describeDiff(diff, (id) => (id === 'hello' ? 'Hi' : undefined)).map(({ key: _, ...line }) => line)).toEqual([
    { change: 'removed', title: 'Message · bye', details: [{ label: 'text', before: 'Hello', after: null }] },
    { change: 'changed', title: 'Message · Hi', details: [{ label: 'text', before: 'Hello', after: 'Hi' }] },
    { change: 'added', title: 'End · end', details: [] },
    { change: 'removed', title: 'Connection · Hi → bye', details: [] },
    { change: 'added', title: 'Connection · Hi → end', details: [] },
    {
      change: 'changed',
      title: 'Languages and translations',
      details: [{ label: 'language', before: 'en', after: 'de' }],
    },
  ]);
});

test('its size is told in a sentence', () => {
  expect(countDiff(diff)).toBe(
    '1 node added, 1 node changed, 1 node removed, 2 connections changed, 1 text of a translation changed.',
  );
  expect(countDiff(diffFlow(before, before))).toBe('Nothing changed.');
});
