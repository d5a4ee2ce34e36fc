import '../editor/canvas/canvas.css';
import { Background, ReactFlow, type ReactFlowInstance, ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef } from 'react';
import type { DraftNode, FlowGraph } from '../../../core/flow/graph.ts';
import { openingView, readableZoom } from '../editor/canvas/opening-view.ts';
import { ViewTools } from '../editor/canvas/view-tools.tsx';
import { nodeSize } from '../editor/graph/node-size.ts';
import { summarizeNode } from '../editor/graph/summarize-node.ts';
import { hasOverlaps, tidyGraph } from '../editor/graph/tidy-graph.ts';
import { nodeTypeWords } from '../node-type-words.ts';
import type { DrawingMarks } from './drawing-marks.ts';
import { DrawnCard } from './drawn-card.tsx';
import { drawnElements } from './drawn-elements.ts';

export interface DrawingFocus {
  readonly nodeId: string;
}

export interface FlowDrawingProps {
  /** What the drawing shows, for screen readers. */
  label: string;
  graph: FlowGraph;
  /** Name of a subflow by id. */
  flowName: (id: string) => string | undefined;
  marks: DrawingMarks;
  /** A node to look at: brought to the middle whenever it is another object. */
  focus?: DrawingFocus;
}

/** A flow to look at, as the editor draws it, with what is said of its nodes and edges. What it shows stands in words elsewhere on the page. */
export function FlowDrawing(props: FlowDrawingProps) {
  return (
    <ReactFlowProvider>
      <Drawing {...props} />
    </ReactFlowProvider>
  );
}

const cardTypes = { card: DrawnCard };
const fitOptions = { padding: 0.15, maxZoom: 1 };
/** Of a flow that is too large to be read as a whole. */
const startingZoom = 0.65;

function Drawing({ label, graph, flowName, marks, focus }: FlowDrawingProps) {
  const box = useRef<HTMLDivElement>(null);
  const placed = useMemo(() => (hasOverlaps(graph) ? tidyGraph(graph) : graph), [graph]);
  const summaryOf = useMemo(() => summaries(placed, flowName), [placed, flowName]);
  const { nodes, edges } = useMemo(() => drawnElements(placed, marks, summaryOf), [placed, marks, summaryOf]);
  const onKeyDown = useArrowKeys();
  const center = useCentring(placed, focus);
  const open = ({ setViewport }: Pick<ReactFlowInstance, 'setViewport'>) => {
    if (!box.current) return;
    const view = openingView(placed, sizeOf(box.current), startingZoom);
    void setViewport(view);
    if (view.zoom === startingZoom) center(focus, view.zoom);
  };
  return (
    <section
      ref={box}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be dragged about must move by keyboard too
      tabIndex={0}
      onKeyDown={onKeyDown}
      className="relative h-80 overflow-hidden rounded-xl border border-line bg-canvas shadow-card sm:h-[28rem]"
    >
      <ReactFlow
        className="flow-canvas"
        nodes={nodes}
        edges={edges}
        nodeTypes={cardTypes}
        onlyRenderVisibleElements
        onInit={open}
        minZoom={0.05}
        maxZoom={2}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        // The wheel and a swipe scroll the page; dragging and pinching move the drawing.
        zoomOnScroll={false}
        preventScrolling={false}
      >
        <Background gap={22} size={1.2} />
      </ReactFlow>
      <ViewTools fitOptions={fitOptions} />
    </section>
  );
}

function summaries(graph: FlowGraph, flowName: FlowDrawingProps['flowName']) {
  const nodeName = (id: string) => {
    const target = graph.nodes.find((node) => node.id === id);
    return target && (summarizeNode(target) || nodeTypeWords[target.type]);
  };
  return (node: DraftNode) => summarizeNode(node, { flowName, nodeName });
}

const stepPx = 60;
const moves: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [stepPx, 0],
  ArrowRight: [-stepPx, 0],
  ArrowUp: [0, stepPx],
  ArrowDown: [0, -stepPx],
};

/** Moves the drawing while it has the focus itself. */
function useArrowKeys() {
  const { getViewport, setViewport } = useReactFlow();
  return (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (!move || event.target !== event.currentTarget) return;
    event.preventDefault();
    const { x, y, zoom } = getViewport();
    void setViewport({ x: x + move[0], y: y + move[1], zoom });
  };
}

/** Brings the node in focus to the middle, when it changes and when the drawing opens without room for all. */
function useCentring(graph: FlowGraph, focus: DrawingFocus | undefined) {
  const { setCenter, getZoom } = useReactFlow();
  const before = useRef(focus);
  const center = useCallback(
    (wanted: DrawingFocus | undefined, zoom: number) => {
      const node = graph.nodes.find(({ id }) => id === wanted?.nodeId);
      if (!node) return;
      const { width, height } = nodeSize(node);
      const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 250;
      void setCenter(node.position.x + width / 2, node.position.y + height / 2, { zoom, duration });
    },
    [graph, setCenter],
  );
  useEffect(() => {
    if (before.current === focus) return;
    before.current = focus;
    center(focus, Math.max(getZoom(), readableZoom));
  }, [focus, center, getZoom]);
  return center;
}

function sizeOf({ clientWidth, clientHeight }: HTMLElement) {
  return { width: clientWidth, height: clientHeight };
}
