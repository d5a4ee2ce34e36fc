import { expect, test } from 'vitest';
import { condition, emptyWorld, graph, http, node, type ProblemCase, say } from '../testing/small-graphs.ts';
import { validateFlow } from '../validate-flow.ts';

const cases: Omit<ProblemCase, 'nodeId'>[] = [
  {
    name: 'an unknown namespace',
    graph: graph([say('a', '{{constructor.name}}')]),
    field: 'text',
    message: /"constructor" is not one of the namespaces/,
  },
  {
    name: 'a template that asks for constructor',
    graph: graph([say('a', '{{contact.constructor}}')]),
    field: 'text',
    message: /"constructor" is not a name/,
  },
  {
    name: 'braces left open',
    graph: graph([say('a', 'Hi {{contact.name')]),
    field: 'text',
    message: /is not a template/,
  },
  {
    name: 'a secret shown to visitors',
    graph: graph([say('a', '{{secret.TOKEN}}')]),
    field: 'text',
    message: /only in http nodes/,
  },
  {
    name: 'an unknown secret',
    graph: graph([http('a', { headers: { authorization: 'Bearer {{secret.OTHER}}' } })]),
    field: 'headers.authorization',
    message: /no secret "OTHER"/,
  },
  {
    name: 'a variable nothing sets',
    graph: graph([say('a', 'Hi {{var.nmae | there}}')]),
    field: 'text',
    message: /Nothing sets the variable "nmae"/,
  },
  {
    name: 'one deep in a body',
    graph: graph([http('a', { body: { items: [{ name: '{{var.nmae}}' }] } })]),
    field: 'body.items.0.name',
    message: /"nmae"/,
  },
  {
    name: 'one in a value to set',
    graph: graph([node('a', 'set', { variable: 'x', value: ['{{var.nmae}}'] })]),
    field: 'value.0',
    message: /"nmae"/,
  },
  {
    name: 'one that a condition compares',
    graph: graph([condition('a', 'var.nmae.first', 'b')]),
    field: 'branches.0.groups.0.filters.0.attribute',
    message: /"nmae"/,
  },
];

test.each(cases)('$name is refused', ({ graph: each, field, message }) => {
  expect(validateFlow(each, emptyWorld)).toEqual([{ nodeId: 'a', field, message: expect.stringMatching(message) }]);
});
