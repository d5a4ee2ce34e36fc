import './canvas.css';
import {
  Background,
  type Connection,
  type EdgeChange,
  type FinalConnectionState,
  MiniMap,
  type NodeChange,
  type OnConnectEnd,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
} from '@xyflow/react';
import { type DragEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type NodeType, nodeTypes } from '../../../../core/flow/graph.ts';
import { useEditorContext, useEditorState } from '../editor-context.ts';
import { connect, type Exit, moveNodes, type Point } from '../graph/edit-graph.ts';
import { nodeSize, nodeWidth } from '../graph/node-size.ts';
import { AddNodeMenu } from './add-node-menu.tsx';
import { type Card, canvasElements } from './canvas-elements.ts';
import { CanvasTools } from './canvas-tools.tsx';
import { fromHandle } from './exit-handles.ts';
import { NodeCard } from './node-card.tsx';
import { draggedType, NodePalette } from './node-palette.tsx';
import { openingView, readableZoom } from './opening-view.ts';
import { useAddNode } from './use-add-node.ts';
import { useSelectedInSight } from './use-selected-in-sight.ts';

const cardTypes = { card: NodeCard };
const fitOptions = { padding: 0.15, maxZoom: 1 };

/** The flow, drawn. */
export function FlowCanvas() {
  return (
    <ReactFlowProvider>
      <Canvas />
    </ReactFlowProvider>
  );
}

interface OpenMenu {
  /** On the screen. */
  readonly at: Point;
  readonly after: Exit | null;
}

function Canvas() {
  const { editor, canEdit, showPanel } = useEditorContext();
  const { nodes, edges } = useElements();
  const { screenToFlowPosition } = useReactFlow();
  const addNode = useAddNode();
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const drag = useRef(0);
  const box = useRef<HTMLDivElement>(null);
  useCentring();
  useSelectedInSight();

  const onNodesChange = useCallback(
    (changes: NodeChange<Card>[]) => {
      const places = new Map<string, Point>();
      for (const change of changes)
        if (change.type === 'position' && change.position) places.set(change.id, change.position);
      if (places.size > 0 && canEdit)
        editor.edit((graph) => moveNodes(graph, places), { step: `drag ${drag.current}` });
      const { nodes: selected, edges: selectedEdges } = editor.store.getState().selection;
      const next = afterSelecting(selected, changes);
      if (next !== selected) editor.select(next, selectedEdges);
    },
    [editor, canEdit],
  );
  const onEdgesChange = useCallback(
    (changes: EdgeChange[]) => {
      const { nodes: selectedNodes, edges: selected } = editor.store.getState().selection;
      const next = afterSelecting(selected, changes);
      if (next !== selected) editor.select(selectedNodes, next);
    },
    [editor],
  );
  const onConnect = ({ source, sourceHandle, target }: Connection) =>
    editor.edit((graph) => connect(graph, { source, handle: fromHandle(sourceHandle) }, target));
  const onConnectEnd: OnConnectEnd = (event, state: FinalConnectionState) => {
    const { isValid, fromNode, fromHandle: handle } = state;
    if (isValid || state.toNode || !fromNode || handle?.type !== 'source') return;
    setMenu({ at: pointOf(event), after: { source: fromNode.id, handle: fromHandle(handle.id) } });
  };
  const onDrop = (event: DragEvent) => {
    const type = nodeTypes.find((each) => each === event.dataTransfer.getData(draggedType));
    if (!type) return;
    event.preventDefault();
    const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY });
    addNode(type, { at: { x: x - nodeWidth / 2, y: y - 20 } });
  };
  const add = (type: NodeType) => {
    if (!menu) return;
    const { x, y } = screenToFlowPosition(menu.at);
    addNode(type, { at: { x, y: y - 20 }, after: menu.after ?? undefined });
    setMenu(null);
  };
  return (
    <div className="flex h-full w-full">
      {canEdit && <NodePalette onAdd={(type) => addNode(type)} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what is dropped here can be clicked in the palette as well */}
      <div
        ref={box}
        className="relative h-full min-w-0 flex-1 overflow-hidden"
        onDrop={canEdit ? onDrop : undefined}
        onDragOver={canEdit ? allowDrop : undefined}
      >
        <ReactFlow
          className="flow-canvas"
          nodes={nodes}
          edges={edges}
          nodeTypes={cardTypes}
          onNodesChange={onNodesChange}
          onEdgesChange={onEdgesChange}
          onNodeDragStart={() => {
            drag.current += 1;
          }}
          onSelectionDragStart={() => {
            drag.current += 1;
          }}
          onNodeClick={() => showPanel('node')}
          onConnect={onConnect}
          onConnectEnd={onConnectEnd}
          onlyRenderVisibleElements
          onInit={({ setViewport }) =>
            box.current && void setViewport(openingView(editor.graph(), sizeOf(box.current)))
          }
          minZoom={0.1}
          maxZoom={2}
          nodesDraggable={canEdit}
          nodesConnectable={canEdit}
          deleteKeyCode={null}
          selectionMode={SelectionMode.Partial}
          panOnScroll
          connectionRadius={28}
          elevateNodesOnSelect
          ariaLabelConfig={ariaLabels}
        >
          <Background gap={22} size={1.2} />
          <MiniMap pannable zoomable ariaLabel="Overview of the flow" className="max-sm:hidden" />
        </ReactFlow>
        {canEdit && nodes.length === 1 && <FirstNodeHint />}
        <CanvasTools fitOptions={fitOptions} />
        {menu && <AddNodeMenu at={menu.at} onChoose={add} onClose={() => setMenu(null)} />}
      </div>
    </div>
  );
}

/** On an empty canvas: the first thing to do. */
function FirstNodeHint() {
  return (
    <p className="pointer-events-none absolute inset-x-4 top-[62%] text-center text-soft">
      Choose what comes first on the left, or drag from the dot at the start.
    </p>
  );
}

function useElements() {
  const { check, bench } = useEditorContext();
  const graph = useEditorState((state) => state.graph);
  const selection = useEditorState((state) => state.selection);
  const draw = useMemo(() => canvasElements(), []);
  const { problemsByNode } = check;
  const { path } = bench;
  return useMemo(
    () => draw(graph, { selection, problemsByNode, path }),
    [draw, graph, selection, problemsByNode, path],
  );
}

/** Brings the node that somebody asks for into view, and follows a test from node to node. */
function useCentring() {
  const focus = useEditorState((state) => state.focus);
  const { editor, bench } = useEditorContext();
  const { setCenter, getZoom } = useReactFlow();
  const center = useCallback(
    (nodeId: string | undefined) => {
      const node = editor.graph().nodes.find(({ id }) => id === nodeId);
      if (!node) return;
      const { width, height } = nodeSize(node);
      const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 250;
      const zoom = Math.max(getZoom(), readableZoom);
      void setCenter(node.position.x + width / 2, node.position.y + height / 2, { zoom, duration });
    },
    [editor, setCenter, getZoom],
  );
  const live = bench.path?.live;
  useEffect(() => center(focus?.nodeId), [focus, center]);
  useEffect(() => center(live ?? undefined), [live, center]);
}

/** The very same set where nothing changed. */
function afterSelecting(
  selected: ReadonlySet<string>,
  changes: readonly { type: string; id?: string; selected?: boolean }[],
): ReadonlySet<string> {
  const flips = changes.filter((change) => change.type === 'select');
  if (flips.length === 0) return selected;
  const next = new Set(selected);
  for (const { id = '', selected: isSelected } of flips) {
    if (isSelected) next.add(id);
    else next.delete(id);
  }
  return next;
}

function sizeOf({ clientWidth, clientHeight }: HTMLElement) {
  return { width: clientWidth, height: clientHeight };
}

function pointOf(event: MouseEvent | TouchEvent): Point {
  const at = 'changedTouches' in event ? event.changedTouches[0] : event;
  return { x: at?.clientX ?? 0, y: at?.clientY ?? 0 };
}

function allowDrop(event: DragEvent) {
  if (!event.dataTransfer.types.includes(draggedType)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'copy';
}

const ariaLabels = {
  'node.a11yDescription.default':
    'Press Space to select the node, the arrow keys to move it, Enter to open its form, Delete to remove it.',
  'node.a11yDescription.keyboardDisabled': 'Press Enter to open the form of the node.',
  'edge.a11yDescription.default': 'Press Enter to select the connection, then Delete to remove it.',
};
