import type { Funnel } from '../../contract/dashboard.ts';
import type { Edge, FlowGraph } from '../../core/flow/graph.ts';
import type { DrawingMarks, EdgeMark, NodeMark } from '../flows/drawing/drawing-marks.ts';
import { drawnEdges } from '../flows/editor/canvas/drawn-edges.ts';

type Tally = Funnel['nodes'][number];

/** A funnel drawn on its flow: figures and a bar on each node, and edges as wide as the share of sessions that went that way. */
export function funnelMarks(graph: FlowGraph, { sessions, nodes }: Funnel): DrawingMarks {
  if (sessions === 0) return { nodes: new Map(), edges: new Map() };
  const tallies = new Map(nodes.filter(({ flowId }) => flowId === null).map((tally) => [tally.nodeId, tally]));
  const passed = passedEdges(graph, tallies);
  return {
    nodes: new Map(graph.nodes.map(({ id }) => [id, nodeMark(tallies.get(id), sessions)])),
    edges: new Map([...passed].map(([id, count]) => [id, edgeMark(count, sessions)])),
  };
}

function nodeMark(tally: Tally | undefined, sessions: number): NodeMark {
  if (!tally || tally.entered === 0) return { tone: 'faint', note: 'Nobody came', share: 0 };
  const { entered, left, endedHere } = tally;
  const share = entered / sessions;
  const after = [
    ...(left > 0 ? [`${left.toLocaleString()} went on`] : []),
    ...(endedHere > 0 ? [`${endedHere.toLocaleString()} ended`] : []),
  ];
  return {
    tone: 'plain',
    note: `${entered.toLocaleString()} came · ${Math.round(share * 100)} %`,
    foot: after.join(' · '),
    share,
  };
}

const thinnestPx = 1.6;
const widestPx = 9;

function edgeMark(count: number, sessions: number): EdgeMark {
  if (count === 0) return { tone: 'faint' };
  return { tone: 'plain', width: thinnestPx + (widestPx - thinnestPx) * Math.min(1, count / sessions) };
}

/**
 * How many sessions went along an edge, of the edges of which that can be told: sessions are counted at nodes, so it is
 * known where an edge is the only way to its target, or the only way on from its source.
 */
function passedEdges(graph: FlowGraph, tallies: ReadonlyMap<string, Tally>): Map<string, number> {
  const edges = drawnEdges(graph);
  const jumpedTo = new Set(graph.nodes.flatMap(({ type, data }) => (type === 'jump' ? [data.nodeId] : [])));
  const waysIn = countOf(edges.map(({ target }) => target));
  const waysOut = countOf(edges.map(({ source }) => source));
  const known = ({ source, target }: Edge): number | undefined => {
    const left = tallies.get(source)?.left ?? 0;
    if (left === 0) return 0;
    if (waysIn.get(target) === 1 && !jumpedTo.has(target)) return tallies.get(target)?.entered ?? 0;
    return waysOut.get(source) === 1 ? left : undefined;
  };
  return new Map(
    edges.flatMap((edge) => {
      const count = known(edge);
      return count === undefined ? [] : [[edge.id, count]];
    }),
  );
}

function countOf(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
