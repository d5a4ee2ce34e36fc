import type { FlowGraph } from '../../core/flow/graph.ts';

type NodeShape = [id: string, type: FlowGraph['nodes'][number]['type'], data?: object];
type EdgeShape = [source: string, target: string, sourceHandle?: string];

/** A graph from short notation. */
export function graphOf(nodes: NodeShape[], edges: EdgeShape[]): FlowGraph {
  return {
    nodes: nodes.map(([id, type, data = {}], index) => ({
      id,
      type,
      position: { x: index * 200, y: 0 },
      data: data as FlowGraph['nodes'][number]['data'],
    })),
    edges: edges.map(([source, target, sourceHandle], index) => ({ id: `e${index}`, source, target, sourceHandle })),
    language: 'en',
  };
}

/** Asks for a name, greets, asks again for anything, and ends as achieved. `label` tells versions apart. */
export function greetingGraph(label = 'v1'): FlowGraph {
  return graphOf(
    [
      ['start', 'start'],
      ['name', 'ask', { prompt: `[${label}] What is your name?`, input: { kind: 'text' }, variable: 'name' }],
      [
        'more',
        'ask',
        { prompt: `[${label}] Hello {{var.name}}! Anything else?`, input: { kind: 'text' }, variable: 'more' },
      ],
      ['bye', 'end', { outcome: 'achieved', message: `[${label}] Bye {{var.name}}.` }],
    ],
    [
      ['start', 'name'],
      ['name', 'more'],
      ['more', 'bye'],
    ],
  );
}

/** Answers every message with its number, for ever: a loop of asks. */
export function echoGraph(): FlowGraph {
  return graphOf(
    [
      ['start', 'start'],
      ['ask', 'ask', { prompt: 'You said: {{var.said | nothing yet}}', input: { kind: 'text' }, variable: 'said' }],
    ],
    [
      ['start', 'ask'],
      ['ask', 'ask'],
    ],
  );
}
