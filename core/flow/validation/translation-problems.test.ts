import { expect, test } from 'vitest';
import type { FlowGraph } from '../graph.ts';
import { emptyWorld, graph, say } from '../testing/small-graphs.ts';
import { validateFlow } from '../validate-flow.ts';

const translated = (texts: Record<string, Record<string, string>>, rest: Partial<FlowGraph> = {}) =>
  graph([say('a')], [], { translations: { de: texts }, ...rest });

const cases = [
  {
    name: 'of a node that does not exist',
    graph: translated({ z: { text: 'Hallo' } }),
    nodeId: null,
    field: 'translations.de.z',
    message: /"z", which does not exist/,
  },
  {
    name: 'of a text the node does not have',
    graph: translated({ a: { prompt: 'Hallo' } }),
    nodeId: 'a',
    field: 'translations.de.prompt',
    message: /no text "prompt", only text to translate/,
  },
  {
    name: 'into the language the flow is written in',
    graph: translated({ a: { text: 'Hallo' } }, { language: 'de' }),
    nodeId: null,
    field: 'translations.de',
    message: /written in "de" itself/,
  },
  {
    name: 'that names a variable nothing sets',
    graph: translated({ a: { text: '{{var.nmae}}' } }),
    nodeId: 'a',
    field: 'translations.de.text',
    message: /"nmae"/,
  },
];

test.each(cases)('a translation $name is refused', ({ graph: each, nodeId, field, message }) => {
  expect(validateFlow(each, emptyWorld)).toEqual([{ nodeId, field, message: expect.stringMatching(message) }]);
});
