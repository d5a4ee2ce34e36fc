import { useCallback } from 'react';
import { plainExit } from '../../../../core/flow/flow.ts';
import type { DraftNode, FlowGraph, NodeType } from '../../../../core/flow/graph.ts';
import { useEditorContext } from '../editor-context.ts';
import { addNode, type Exit, type Point, targetOf } from '../graph/edit-graph.ts';
import { labelledExits } from '../graph/labelled-exits.ts';
import { newNode, randomId } from '../graph/new-node.ts';
import { nodeSize } from '../graph/node-size.ts';

const gap = 90;
const step = 40;

/** Adds a node of a type: where one says, or after what is selected; it is selected then, and its form shown. */
export function useAddNode(): (type: NodeType, where?: { at?: Point; after?: Exit }) => string {
  const { editor, showPanel } = useEditorContext();
  return useCallback(
    (type, where = {}) => {
      const graph = editor.graph();
      const after =
        where.after ?? (where.at ? undefined : exitOfSelected(graph, editor.store.getState().selection.nodes));
      const node = newNode(graph, type, where.at ?? freePlace(graph, after), randomId);
      editor.edit((each) => addNode(each, node, after), { select: [node.id] });
      editor.focusOn(node.id, where.at ? null : '');
      showPanel('node');
      return node.id;
    },
    [editor, showPanel],
  );
}

/** The exit of the one selected node that a new node naturally follows: the first that leads nowhere, else the plain one. */
function exitOfSelected(graph: FlowGraph, selected: ReadonlySet<string>): Exit | undefined {
  const [nodeId, ...others] = selected;
  const source = others.length === 0 ? graph.nodes.find(({ id }) => id === nodeId) : undefined;
  if (!source) return undefined;
  const exits = labelledExits(source).map(({ handle }) => ({ source: source.id, handle }));
  return exits.find((exit) => targetOf(graph, exit) === undefined) ?? exits.find(({ handle }) => handle === plainExit);
}

/** Right of the node before, or below everything, and upon nothing. */
function freePlace(graph: FlowGraph, after: Exit | undefined): Point {
  const source = graph.nodes.find(({ id }) => id === after?.source);
  const wanted = source
    ? { x: source.position.x + nodeSize(source).width + gap, y: source.position.y }
    : { x: 0, y: Math.max(0, ...graph.nodes.map((node) => node.position.y + nodeSize(node).height + step)) };
  for (let { x, y } = wanted; ; y += step) if (!graph.nodes.some((node) => covers(node, { x, y }))) return { x, y };
}

function covers(node: DraftNode, { x, y }: Point): boolean {
  const { width, height } = nodeSize(node);
  const isBeside = x >= node.position.x + width || x + width <= node.position.x;
  return !isBeside && y < node.position.y + height && node.position.y < y + 120;
}
