import type { DraftNode, FlowGraph } from '../../../../core/flow/graph.ts';
import { labelledExits } from './labelled-exits.ts';
import { textIn } from './read-data.ts';

/** A line of the outline: a node, and how deep in branches it lies. */
export interface OutlineLine {
  readonly node: DraftNode;
  /** 0 on the main path; one more behind every exit that is one of several, or a fallback. */
  readonly depth: number;
  /** The exit by which the outline comes here, where that makes a branch. */
  readonly via: string | null;
  readonly isReached: boolean;
}

/** The flow as a list: each node once, after the node that first leads to it, branch by branch; what nothing leads to comes last. */
export function outlineFlow(graph: FlowGraph): OutlineLine[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const exitsOf = exitsByNode(graph);
  const lines: OutlineLine[] = [];
  const listed = new Set<string>();

  function linesAfter(line: OutlineLine): OutlineLine[] {
    const exits = exitsOf(line.node);
    const ways = exits.filter(({ isFallback }) => !isFallback).length;
    return exits.flatMap(({ target, label, isFallback }) => {
      const node = nodes.get(target);
      const isBranch = isFallback || ways > 1;
      const [depth, via] = isBranch ? [line.depth + 1, label] : [line.depth, null];
      return node ? [{ ...line, node, depth, via }] : [];
    });
  }

  function walk(first: OutlineLine): void {
    const waiting = [first];
    for (let line = waiting.pop(); line; line = waiting.pop()) {
      if (listed.has(line.node.id)) continue;
      listed.add(line.node.id);
      lines.push(line);
      waiting.push(...linesAfter(line).reverse());
    }
  }

  const starts = graph.nodes.filter(({ type }) => type === 'start');
  for (const node of starts) walk({ node, depth: 0, via: null, isReached: true });
  for (const node of graph.nodes) walk({ node, depth: 0, via: null, isReached: false });
  return lines;
}

interface Way {
  readonly target: string;
  readonly label: string;
  readonly isFallback: boolean;
}

/** Where each wired exit of a node leads, in the order of the exits. */
function exitsByNode(graph: FlowGraph): (node: DraftNode) => Way[] {
  const targets = new Map<string, Map<string, string>>();
  for (const { source, sourceHandle, target } of graph.edges) {
    const ofNode = targets.get(source) ?? new Map<string, string>();
    ofNode.set(sourceHandle ?? '', target);
    targets.set(source, ofNode);
  }
  return (node) => {
    if (node.type === 'jump') return [{ target: textIn(node.data.nodeId), label: 'Jump', isFallback: false }];
    return labelledExits(node).flatMap(({ handle, label, isFallback }) => {
      const target = targets.get(node.id)?.get(handle);
      return target === undefined ? [] : [{ target, label, isFallback }];
    });
  };
}
