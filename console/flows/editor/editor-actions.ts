import type { Editor } from './editor-store.ts';
import { copyNodes, type Fragment, pasteNodes } from './graph/clipboard.ts';
import { removeEdges, removeNodes } from './graph/edit-graph.ts';
import { randomId } from './graph/new-node.ts';

const apart = 40;

/** Takes away what is selected; the start stays. */
export function removeSelected(editor: Editor): void {
  const { nodes, edges } = editor.store.getState().selection;
  if (nodes.size === 0 && edges.size === 0) return;
  editor.edit((graph) => removeEdges(removeNodes(graph, nodes), edges), { select: [] });
}

export function copySelected(editor: Editor): Fragment | null {
  return copyNodes(editor.graph(), editor.store.getState().selection.nodes);
}

/** Adds copied nodes a little off the place they were copied from, selects them and brings them into view. */
export function paste(editor: Editor, fragment: Fragment): void {
  const corner = {
    x: Math.min(...fragment.nodes.map(({ position }) => position.x)),
    y: Math.min(...fragment.nodes.map(({ position }) => position.y)),
  };
  const place = { x: corner.x + apart, y: corner.y + apart };
  const pasted = pasteNodes(editor.graph(), fragment, place, randomId);
  editor.edit(() => pasted.graph, { select: pasted.ids });
  const [first] = pasted.ids;
  if (first !== undefined) editor.lookAt(first);
}

export function duplicateSelected(editor: Editor): void {
  const fragment = copySelected(editor);
  if (fragment) paste(editor, fragment);
}
