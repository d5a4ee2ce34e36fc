import { expect, test } from 'vitest';
import { graph, say } from '../../../core/flow/testing/small-graphs.ts';
import { createEditor, type Editor } from './editor-store.ts';
import { moveNodes, removeNodes, setNodeData } from './graph/edit-graph.ts';

const base = graph([say('hello', ''), say('bye')]);
const type = (editor: Editor, text: string, step?: string) =>
  editor.edit((each) => setNodeData(each, 'hello', { text }), { step });
const textOf = (editor: Editor) => editor.graph().nodes.find(({ id }) => id === 'hello')?.data.text;

test('every edit can be undone and redone', () => {
  const editor = createEditor(base);
  type(editor, 'one');
  type(editor, 'two');
  editor.undo();
  expect(textOf(editor)).toBe('one');
  editor.undo();
  expect(editor.graph()).toBe(base);
  editor.redo();
  editor.redo();
  expect(textOf(editor)).toBe('two');
});

test('the typing in one field is one step, and ends when something else is done', () => {
  const editor = createEditor(base);
  for (const text of ['H', 'He', 'Hey']) type(editor, text, 'hello text');
  editor.edit((each) => moveNodes(each, new Map([['bye', { x: 5, y: 5 }]])), { step: 'move' });
  type(editor, 'Hey you', 'hello text');
  editor.undo();
  expect(textOf(editor)).toBe('Hey');
  editor.undo();
  editor.undo();
  expect(editor.graph()).toBe(base);
});

test('typing again after an undo is a step of its own', () => {
  const editor = createEditor(base);
  type(editor, 'one', 'same');
  editor.undo();
  type(editor, 'two', 'same');
  editor.undo();
  expect(editor.graph()).toBe(base);
});

test('selecting makes no step, and an edit that changes nothing none either', () => {
  const editor = createEditor(base);
  editor.select(['hello']);
  editor.edit((each) => each);
  expect(editor.history.getState().pastStates).toEqual([]);
  expect([...editor.store.getState().selection.nodes]).toEqual(['hello']);
});

test('what somebody else made of the draft has no way back', () => {
  const editor = createEditor(base);
  type(editor, 'one');
  const theirs = removeNodes(base, ['bye']);
  editor.replace(theirs);
  editor.undo();
  expect(editor.graph()).toBe(theirs);
});
