import { expect, test } from 'vitest';
import { graph, say } from '../../../../core/flow/testing/small-graphs.ts';
import { readFlowFile, writeFlowFile } from './flow-file.ts';

const flow = graph([say('hello')]);

test('what was exported comes back', () => {
  expect(readFlowFile(writeFlowFile('Mine', flow))).toEqual({ name: 'Mine', graph: flow });
});

test('a bare graph is taken too', () => {
  expect(readFlowFile(JSON.stringify(flow))).toEqual({ graph: flow });
});

test.each([
  ['no JSON', '{"nodes"', /not a JSON file/],
  ['something else', '{"a": 1}', /holds no flow/],
  ['a list', '[]', /holds no flow/],
  [
    'an unknown node type',
    JSON.stringify({ ...flow, nodes: [{ ...say('x'), type: 'dance' }] }),
    /^graph\.nodes\.0\.type: /,
  ],
])('%s is refused with where and why', (_, text, reason) => {
  expect(readFlowFile(text)).toEqual({ problems: [expect.stringMatching(reason)] });
});
