import { diffFields, type FieldChange } from '../diff-fields.ts';
import type { JsonValue } from '../json.ts';
import type { DraftNode, Edge, FlowGraph } from './graph.ts';

export interface NodeChange {
  readonly nodeId: string;
  readonly nodeType: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly fields: FieldChange[];
}

export interface EdgeChange {
  readonly change: 'added' | 'removed';
  readonly source: string;
  readonly sourceHandle: string | null;
  readonly target: string;
}

/** What differs in meaning between two graphs; `flowDiffSchema` is its shape on the wire. */
export interface FlowDiff {
  readonly nodes: NodeChange[];
  readonly edges: EdgeChange[];
  /** The main language at `language`, translated texts at `translations.<language>.<nodeId>.<field>`. */
  readonly settings: FieldChange[];
}

/** What changed in meaning: where nodes lie, in which order they are kept and what edges are called does not count. */
export function diffFlow(before: FlowGraph, after: FlowGraph): FlowDiff {
  return {
    nodes: diffNodes(before.nodes, after.nodes),
    edges: diffEdges(before.edges, after.edges),
    settings: diffFields(settingsOf(before), settingsOf(after)),
  };
}

function settingsOf({ language = 'en', translations = {} }: FlowGraph): JsonValue {
  return { language, translations };
}

function diffNodes(before: readonly DraftNode[], after: readonly DraftNode[]): NodeChange[] {
  const earlier = new Map(before.map((node) => [node.id, node]));
  const later = new Map(after.map((node) => [node.id, node]));
  const removed = [...earlier.values()].filter((node) => !later.has(node.id)).map((node) => wholeNode('removed', node));
  const others = [...later.values()].flatMap((node) => {
    const previous = earlier.get(node.id);
    return previous ? changedNode(previous, node) : [wholeNode('added', node)];
  });
  return [...removed, ...others];
}

function wholeNode(change: 'added' | 'removed', node: DraftNode): NodeChange {
  const side = change === 'added' ? 'after' : 'before';
  const fields = Object.entries(node.data).map(([field, value]) => ({ field, [side]: value }));
  return { nodeId: node.id, nodeType: node.type, change, fields };
}

function changedNode(before: DraftNode, after: DraftNode): NodeChange[] {
  const type = before.type === after.type ? [] : [{ field: 'type', before: before.type, after: after.type }];
  const fields = [...type, ...diffFields(before.data, after.data)];
  return fields.length === 0 ? [] : [{ nodeId: after.id, nodeType: after.type, change: 'changed', fields }];
}

function diffEdges(before: readonly Edge[], after: readonly Edge[]): EdgeChange[] {
  const earlier = new Map(before.map((edge) => [connectionOf(edge), edge]));
  const later = new Map(after.map((edge) => [connectionOf(edge), edge]));
  const missingIn = (edges: Map<string, Edge>, others: Map<string, Edge>, change: 'added' | 'removed') =>
    [...edges].filter(([connection]) => !others.has(connection)).map(([, edge]) => edgeChange(change, edge));
  return [...missingIn(earlier, later, 'removed'), ...missingIn(later, earlier, 'added')];
}

function edgeChange(change: 'added' | 'removed', { source, sourceHandle, target }: Edge): EdgeChange {
  return { change, source, sourceHandle: sourceHandle || null, target };
}

function connectionOf({ source, sourceHandle, target }: Edge): string {
  return JSON.stringify([source, sourceHandle || null, target]);
}
