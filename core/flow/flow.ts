import type { FlowGraph } from './graph.ts';
import type { FlowNode } from './node-data.ts';

/** What a published version carries: its graph and, by flow id, the graph of every subflow it reaches, as they were at publishing. */
export interface FlowVersionContent {
  readonly graph: FlowGraph;
  readonly subflows: Readonly<
    Record<string, { readonly name: string; readonly number: number; readonly graph: FlowGraph }>
  >;
}

/** One graph made ready to run. Made by `compileFlow` from published content, once per version. */
export interface CompiledGraph {
  readonly nodes: ReadonlyMap<string, FlowNode>;
  /** Exits by node id: handle (empty string for the plain exit) to target node id. */
  readonly exits: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly startId: string;
  readonly language: string;
  readonly translations: NonNullable<FlowGraph['translations']>;
}

/** A published version made ready to run; immutable and shared by every session of that version. */
export interface Flow {
  readonly main: CompiledGraph;
  readonly subflows: ReadonlyMap<string, CompiledGraph>;
}

/** A place in a flow: which graph (`flowId` absent for the main one) and which node. */
export interface Place {
  readonly flowId?: string;
  readonly nodeId: string;
}

/** What a position waits for before it can go on. */
export type Waiting =
  | { readonly kind: 'input'; readonly attempts: number }
  | { readonly kind: 'effect'; readonly effectId: string };

/** Where a session stands in its flow; JSON, stored as part of the session's state. */
export interface Position {
  readonly at: Place;
  /** Subflow nodes to return to, innermost last. */
  readonly callers: readonly Place[];
  readonly waiting: Waiting | null;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Labels of choices, by variable, so that a template shows the label the visitor chose rather than its id. */
  readonly labels: Readonly<Record<string, string>>;
  /** Effects emitted so far; the next one's id is `e<n>`. */
  readonly effectCount: number;
}
