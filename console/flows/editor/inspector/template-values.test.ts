import { expect, test } from 'vitest';
import { ask, call, graph, http, published } from '../../../../core/flow/testing/small-graphs.ts';
import { insertReference, knownValues, matchingValues, openReference, secretValues } from './template-values.ts';

const world = published({ inner: graph([ask('x', { kind: 'text' }, { variable: 'deep' })]) });
const values = knownValues(graph([ask('a'), http('b'), call('c', 'inner')]), world);

test("the flow's own variables come first, those of its subflows among them", () => {
  expect(values.slice(0, 3).map(({ name }) => name)).toEqual(['var.deep', 'var.name', 'var.reply']);
  expect(values.some(({ name }) => name === 'contact.email')).toBe(true);
  expect(secretValues(world).map(({ name }) => name)).toEqual(['secret.TOKEN']);
});

test.each([
  ['Hi {{', 5, { at: 3, typed: '' }],
  ['Hi {{var.na', 11, { at: 3, typed: 'var.na' }],
  ['Hi {{ var', 9, { at: 3, typed: 'var' }],
  ['Hi {{var.name}} you', 18, null],
  ['Hi {', 4, null],
  ['{{var.a | b', 11, null],
])('in %j at %i a reference is open: %j', (text, caret, expected) => {
  expect(openReference(text, caret)).toEqual(expected);
});

test('what begins as typed comes before what merely holds it', () => {
  const names = matchingValues(values, 'na').map(({ name }) => name);
  expect(names.slice(0, 2)).toEqual(['var.name', 'contact.name']);
  expect(names).toContain('page.utm_campaign');
});

test('a chosen value completes what was begun', () => {
  expect(insertReference('Hi {{na, you', 7, 'var.name')).toEqual({ text: 'Hi {{var.name}}, you', caret: 15 });
  expect(insertReference('Hi {{na}} you', 7, 'var.name')).toEqual({ text: 'Hi {{var.name}} you', caret: 15 });
  expect(insertReference('Hi ', 3, 'var.name')).toEqual({ text: 'Hi {{var.name}}', caret: 15 });
});
