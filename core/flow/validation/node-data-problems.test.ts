import { expect, test } from 'vitest';
import type { JsonValue } from '../../json.ts';
import { ask, type Data, emptyWorld, graph, http, node, type ProblemCase } from '../testing/small-graphs.ts';
import { validateFlow } from '../validate-flow.ts';

const message = (data: Data) => graph([node('a', 'message', data)]);
const filter = (data: Data) =>
  graph([node('a', 'condition', { branches: [{ id: 'b', groups: [{ filters: [data] }] }] })]);

const cases: Omit<ProblemCase, 'nodeId'>[] = [
  { name: 'a missing text', graph: message({}), field: 'text', message: /"text" is missing; fill it in/ },
  { name: 'an empty text', graph: message({ text: '' }), field: 'text', message: /must not be empty/ },
  { name: 'a number for a text', graph: message({ text: 5 }), field: 'text', message: /must be a text/ },
  {
    name: 'an unknown field',
    graph: message({ text: 'Hi', txet: 'Hi' }),
    field: 'txet',
    message: /"txet" is not known here; remove it/,
  },
  {
    name: 'a delay over the limit',
    graph: message({ text: 'Hi', delayMs: 60_001 }),
    field: 'delayMs',
    message: /at most 60000/,
  },
  {
    name: 'half a millisecond',
    graph: message({ text: 'Hi', delayMs: 1.5 }),
    field: 'delayMs',
    message: /a whole number/,
  },
  {
    name: 'an option without a label',
    graph: graph([ask('a', { kind: 'choice', options: [{ id: 'x' }] })]),
    field: 'input.options.0.label',
    message: /"label" is missing/,
  },
  {
    name: 'a variable name with a space',
    graph: graph([ask('a', { kind: 'text' }, { variable: 'my name' })]),
    field: 'variable',
    message: /letters, digits and underscores/,
  },
  {
    name: 'an unknown kind of input',
    graph: graph([ask('a', { kind: 'colour' })]),
    field: 'input.kind',
    message: /one of text, email/,
  },
  {
    name: 'a bound that is a list',
    graph: graph([ask('a', { kind: 'number', min: [1] })]),
    field: 'input.min',
    message: /a number or a text/,
  },
  {
    name: 'a header name with a space',
    graph: graph([http('a', { headers: { 'x y': '1' } })]),
    field: 'headers.x y',
    message: /must be a header name/,
  },
  {
    name: 'a filter without its value',
    graph: filter({ attribute: 'contact.plan', operator: 'equals' }),
    field: 'branches.0.groups.0.filters.0.value',
    message: /every other operator needs one/,
  },
  {
    name: 'an attribute of no namespace',
    graph: filter({ attribute: 'plan', operator: 'is_empty' }),
    field: 'branches.0.groups.0.filters.0.attribute',
    message: /must be namespace.name/,
  },
];

test.each(cases)('$name is refused at its field', ({ graph: each, field, message: text }) => {
  expect(validateFlow(each, emptyWorld)).toEqual([{ nodeId: 'a', field, message: expect.stringMatching(text) }]);
});

test('a value nested thousands of levels deep is refused', () => {
  let value: JsonValue = 'x';
  for (let level = 0; level < 2000; level += 1) value = [value];
  const problem = { nodeId: 'a', field: 'data', message: expect.stringMatching(/deeper than 100 levels/) };
  expect(validateFlow(graph([node('a', 'set', { variable: 'x', value })]), emptyWorld)).toEqual([problem]);
});
