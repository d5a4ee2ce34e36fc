import type { JsonValue } from '../../json.ts';
import type { DraftNode, Edge, FlowGraph, NodeType } from '../graph.ts';
import type { FlowProblem, FlowWorld } from '../validation/flow-problem.ts';

/** Short ways to write graphs in tests. */
export type Data = Record<string, JsonValue>;

export const emptyWorld: FlowWorld = { flowId: 'flw_this', subflows: new Map(), secretNames: new Set(['TOKEN']) };

/** A graph whose start leads to the first node given. */
export function graph(nodes: DraftNode[], edges: string[] = [], rest: Partial<FlowGraph> = {}): FlowGraph {
  const first = nodes[0] ? [`start -> ${nodes[0].id}`] : [];
  return { nodes: [node('start', 'start'), ...nodes], edges: [...first, ...edges].map(edge), ...rest };
}

/** An edge written as `source -> target` or `source:handle -> target`; the text is its id. */
export function edge(text: string): Edge {
  const [from = '', target = ''] = text.split(' -> ');
  const [source = '', sourceHandle] = from.split(':');
  return { id: text, source, target, ...(sourceHandle !== undefined && { sourceHandle }) };
}

export function node(id: string, type: NodeType, data: Data = {}): DraftNode {
  return { id, type, position: { x: 0, y: 0 }, data };
}

export function say(id: string, text = 'Hello'): DraftNode {
  return node(id, 'message', { text });
}

export function ask(id: string, input: Data = { kind: 'text' }, rest: Data = {}): DraftNode {
  return node(id, 'ask', { prompt: 'Who are you?', input, variable: 'name', ...rest });
}

export function options(...ids: string[]): { id: string; label: string }[] {
  return ids.map((id) => ({ id, label: `Option ${id}` }));
}

/** A condition whose branches all ask whether the attribute is there. */
export function condition(id: string, attribute: string, ...branchIds: string[]): DraftNode {
  const groups = [{ filters: [{ attribute, operator: 'is_not_empty' }] }];
  return node(id, 'condition', { branches: branchIds.map((branchId) => ({ id: branchId, groups })) });
}

export function http(id: string, data: Data = {}): DraftNode {
  return node(id, 'http', { method: 'GET', url: 'https://example.com/orders', saveAs: 'reply', ...data });
}

export function action(id: string, url: string): DraftNode {
  return node(id, 'callToAction', { label: 'Open', url, description: 'More' });
}

export function jump(id: string, nodeId: string): DraftNode {
  return node(id, 'jump', { nodeId });
}

export function call(id: string, flowId: string): DraftNode {
  return node(id, 'subflow', { flowId });
}

/** A world in which these flows are published. */
export function published(flows: Record<string, FlowGraph>): FlowWorld {
  const subflows = Object.entries(flows).map(([id, each]) => [id, { name: `Flow ${id}`, graph: each }] as const);
  return { ...emptyWorld, subflows: new Map(subflows) };
}

/** What a case expects of validation: exactly this problem. */
export interface ProblemCase extends Omit<FlowProblem, 'message'> {
  readonly name: string;
  readonly graph: FlowGraph;
  readonly message: RegExp;
  readonly world?: FlowWorld;
}
