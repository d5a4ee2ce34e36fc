import type { JsonValue } from '../json.ts';
import type { DraftNode, Edge, FlowGraph } from './graph.ts';

/** One field that differs; `before` or `after` is absent where the field is. List entries with ids are named by id, such as `input.options.<id>.label`. */
export interface FieldChange {
  readonly field: string;
  readonly before?: JsonValue;
  readonly after?: JsonValue;
}

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

/** The innermost fields in which two values differ. */
function diffFields(before?: JsonValue, after?: JsonValue, path: readonly string[] = []): FieldChange[] {
  const earlier = partsOf(before);
  const later = partsOf(after);
  if (!earlier || !later || earlier.kind !== later.kind) {
    return before === after ? [] : [{ field: path.join('.'), before, after }];
  }
  const names = new Set([...earlier.parts.keys(), ...later.parts.keys()]);
  return [
    ...(earlier.kind === 'entries' ? diffOrder([...earlier.parts.keys()], [...later.parts.keys()], path) : []),
    ...[...names].flatMap((name) => diffFields(earlier.parts.get(name), later.parts.get(name), [...path, name])),
  ];
}

/** The order of options is seen, and that of branches decides: entries that both sides have and that moved are a change. */
function diffOrder(before: string[], after: string[], path: readonly string[]): FieldChange[] {
  const [earlier, later] = [new Set(before), new Set(after)];
  const kept = before.filter((id) => later.has(id));
  const keptNow = after.filter((id) => earlier.has(id));
  const isSame = kept.every((id, index) => id === keptNow[index]);
  return isSame ? [] : [{ field: [...path, 'order'].join('.'), before, after }];
}

interface Parts {
  readonly kind: 'object' | 'list' | 'entries';
  readonly parts: ReadonlyMap<string, JsonValue>;
}

/** An object by its keys; a list by the ids of its entries where all have one of their own, else by position. */
function partsOf(value: JsonValue | undefined): Parts | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value)) return { kind: 'object', parts: new Map(Object.entries(value)) };
  const entries = new Map(value.flatMap((entry) => entryById(entry)));
  if (value.length > 0 && entries.size === value.length) return { kind: 'entries', parts: entries };
  return { kind: 'list', parts: new Map(value.map((entry, index) => [String(index), entry])) };
}

function entryById(entry: JsonValue): [string, JsonValue][] {
  const isObject = typeof entry === 'object' && entry !== null && !Array.isArray(entry);
  return isObject && typeof entry.id === 'string' ? [[entry.id, entry]] : [];
}
