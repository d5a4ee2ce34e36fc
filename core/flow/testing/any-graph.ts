import * as fc from 'fast-check';
import type { JsonValue } from '../../json.ts';
import { type FlowGraph, nodeTypes } from '../graph.ts';
import { action, ask, call, condition, type Data, http, options, say } from './small-graphs.ts';

/** Ids and handles from a pool so small that they meet, names of inherited properties among them. */
export const anyId = fc.constantFrom(
  'start',
  'a',
  'b',
  'failed',
  'else',
  '__proto__',
  'constructor',
  'flw_this',
  'sub',
);
const text = fc.oneof(
  fc.string({ maxLength: 20 }),
  anyId,
  fc.constantFrom('{{var.a}}', '{{secret.a}}', '{{', 'https://{{var.a}}/', '{{contact.__proto__}}'),
);
const json = fc.jsonValue({ maxDepth: 2 }).map((value) => value as JsonValue);

const list = fc.array(fc.record({ id: anyId, label: text, weight: fc.nat(), groups: json }, { requiredKeys: ['id'] }), {
  maxLength: 4,
});
const input = fc.record(
  { kind: fc.constantFrom('text', 'choice', 'choices', 'date', 'file', 'x'), options: list, min: json, pattern: text },
  { requiredKeys: [] },
);
const fields = ['text', 'prompt', 'variable', 'saveAs', 'url', 'nodeId', 'flowId', 'value', 'method', '__proto__'];
const wildData = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...fields), fc.oneof(text, json), { maxKeys: 4 }),
    fc.record({ input, branches: list, intents: list, media: json }, { requiredKeys: [] }),
  )
  .map(([some, others]): Data => ({ ...some, ...others }));
const soundData = fc.constantFrom(
  ...[say('a'), ask('a'), condition('a', 'var.a', 'a'), http('a'), action('a', 'https://example.com')].map(
    (each) => each.data,
  ),
  ask('a', { kind: 'choice', options: options('a', 'b') }).data,
  call('a', 'sub').data,
  { nodeId: 'a' },
  {},
);

/** Any graph of a few nodes that `graphSchema` accepts, most of them nonsense. */
export const anyGraph: fc.Arbitrary<FlowGraph> = fc.record(
  {
    nodes: fc.array(
      fc.record({
        id: anyId,
        type: fc.constantFrom(...nodeTypes),
        position: fc.constant({ x: 0, y: 0 }),
        data: fc.oneof(soundData, wildData),
      }),
      { maxLength: 8 },
    ),
    edges: fc.array(
      fc.record({ id: anyId, source: anyId, target: anyId, sourceHandle: fc.option(fc.oneof(anyId, fc.constant(''))) }),
      { maxLength: 10 },
    ),
    language: fc.constantFrom('en', 'de'),
    translations: fc.dictionary(
      fc.constantFrom('de', 'fr-FR'),
      fc.dictionary(anyId, fc.dictionary(fc.constantFrom('text', 'options.a'), text), { maxKeys: 3 }),
    ),
  },
  { requiredKeys: ['nodes', 'edges'] },
);
