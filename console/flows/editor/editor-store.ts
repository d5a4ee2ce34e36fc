import { type TemporalState, temporal } from 'zundo';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FlowGraph } from '../../../core/flow/graph.ts';

export interface Selection {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/** A place an author is led to: a node, and the field of it that needs attention. */
export interface FocusRequest {
  readonly nodeId: string;
  readonly field: string | null;
}

export interface EditOptions {
  /** Edits in a row that name the same step are undone together: a drag, or the typing in one field. */
  readonly step?: string;
  /** Nodes to select afterwards. */
  readonly select?: Iterable<string>;
}

/** What the editor shows of a draft. The graph alone has a history; undoing a selection helps nobody. */
export interface EditorState {
  readonly graph: FlowGraph;
  readonly selection: Selection;
  readonly focus: FocusRequest | null;
}

export interface Editor {
  readonly store: StoreApi<EditorState>;
  readonly history: StoreApi<TemporalState<Pick<EditorState, 'graph'>>>;
  graph(): FlowGraph;
  /** Changes the graph by a function of it; what comes back unchanged is no step. */
  edit(change: (graph: FlowGraph) => FlowGraph, options?: EditOptions): void;
  /** Takes another graph as the state of things, with no way back: what somebody else made of the draft. */
  replace(graph: FlowGraph): void;
  select(nodes: Iterable<string>, edges?: Iterable<string>): void;
  focusOn(nodeId: string, field?: string | null): void;
  focused(): void;
  /** Brings a node into view and leaves the selection as it is. */
  lookAt(nodeId: string): void;
  undo(): void;
  redo(): void;
}

const longestHistory = 200;
const nothing: Selection = { nodes: new Set(), edges: new Set() };

export function createEditor(graph: FlowGraph): Editor {
  const store = createStore<EditorState>()(
    temporal((): EditorState => ({ graph, selection: nothing, focus: null }), {
      partialize: ({ graph: kept }) => ({ graph: kept }),
      equality: (past, current) => past.graph === current.graph,
      limit: longestHistory,
    }),
  );
  const history = store.temporal;
  let lastStep: string | undefined;

  /** Without a step of its own in the history. */
  function silently(change: () => void): void {
    history.getState().pause();
    change();
    history.getState().resume();
  }

  function travel(direction: 'undo' | 'redo'): void {
    lastStep = undefined;
    history.getState()[direction]();
  }

  return {
    store,
    history,
    graph: () => store.getState().graph,
    edit(change, { step, select } = {}) {
      const { graph: before, selection } = store.getState();
      const after = change(before);
      const next = select ? { nodes: new Set(select), edges: new Set<string>() } : selection;
      const isContinued = step !== undefined && step === lastStep;
      lastStep = step;
      const apply = () => store.setState({ graph: after, selection: next });
      if (isContinued) silently(apply);
      else apply();
    },
    replace(next) {
      lastStep = undefined;
      silently(() => store.setState({ graph: next }));
      history.getState().clear();
    },
    select(nodes, edges = []) {
      const next = { nodes: new Set(nodes), edges: new Set(edges) };
      if (isSameSelection(store.getState().selection, next)) return;
      lastStep = undefined;
      store.setState({ selection: next });
    },
    focusOn(nodeId, field = null) {
      this.select([nodeId]);
      store.setState({ focus: { nodeId, field } });
    },
    focused: () => store.setState({ focus: null }),
    lookAt: (nodeId) => store.setState({ focus: { nodeId, field: null } }),
    undo: () => travel('undo'),
    redo: () => travel('redo'),
  };
}

function isSameSelection(one: Selection, other: Selection): boolean {
  return isSameSet(one.nodes, other.nodes) && isSameSet(one.edges, other.edges);
}

function isSameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((id) => other.has(id));
}
