import { expect, it } from 'vitest';
import type { FlowGraph } from '../../../core/flow/graph.ts';
import { nodeNames } from './node-names.ts';
import { pathOf } from './path-of.ts';
import { spanInWords } from './span-in-words.ts';

it.each([
  [0, 'at once'],
  [4_240, '4.2 s'],
  [59_400, '59 s'],
  [59_600, '1 min'],
  [200_000, '3 min 20 s'],
  [7_500_000, '2 h 5 min'],
])('%i ms read %s', (spanMs, words) => expect(spanInWords(spanMs)).toBe(words));

it('says how long the session stood at each node, and where it still stands', () => {
  const entered = (seq: number, nodeId: string, second: number) =>
    ({ seq, nodeId, nodeType: 'ask', type: 'nodeEntered', at: `2027-01-31T09:00:0${second}.000Z` }) as const;
  const events = [entered(1, 'start', 0), entered(2, 'name', 0), entered(3, 'more', 4)];
  expect(pathOf(events).map(({ nodeId, stayedMs }) => [nodeId, stayedMs])).toEqual([
    ['start', 0],
    ['name', 4000],
    ['more', undefined],
  ]);
  const ended = { seq: 4, at: '2027-01-31T09:00:05.000Z', type: 'sessionEnded', reason: 'visitorLeft' } as const;
  expect(pathOf([...events, ended]).at(-1)?.stayedMs).toBe(1000);
});

it('names nodes as their authors know them, those of a subflow apart', () => {
  const asking = (prompt: string): FlowGraph => ({
    nodes: [{ id: 'ask', type: 'ask', position: { x: 0, y: 0 }, data: { prompt } }],
    edges: [],
  });
  const calling = { id: 'call', type: 'subflow', position: { x: 0, y: 0 }, data: { flowId: 'flw_2' } } as const;
  const nameOf = nodeNames({
    graph: { ...asking('Your name?'), nodes: [...asking('Your name?').nodes, calling] },
    subflows: { flw_2: { name: 'Address', number: 1, graph: asking('Your street?') } },
  });
  expect(nameOf('ask')).toEqual({ type: 'Question', summary: 'Your name?', subflow: undefined });
  expect(nameOf('ask', 'flw_2')).toEqual({ type: 'Question', summary: 'Your street?', subflow: 'Address' });
  expect(nameOf('call')?.summary).toBe('Address');
  expect(nameOf('gone')).toBeUndefined();
});
