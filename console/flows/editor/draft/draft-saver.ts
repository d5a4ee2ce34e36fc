import type { FlowGraph } from '../../../../core/flow/graph.ts';
import { isSame } from './is-same.ts';

/** A draft as it stood on the server. */
export interface SavedDraft {
  readonly revision: number;
  readonly graph: FlowGraph;
  readonly updatedAt: string;
  readonly updatedBy: string | null;
}

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly revision: number; readonly updatedAt: string }
  /** Somebody else saved first. */
  | { readonly kind: 'stale' }
  /** Nobody answered, or not properly: trying again may help. */
  | { readonly kind: 'unreachable' }
  /** The server said no; trying the same again would not help. */
  | { readonly kind: 'refused'; readonly detail: string };

/** Where a draft stands between this screen and the server. */
export type SaveState =
  | { readonly kind: 'saved'; readonly draft: SavedDraft }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'offline'; readonly isKept: boolean }
  | { readonly kind: 'refused'; readonly detail: string; readonly isKept: boolean }
  | { readonly kind: 'conflict'; readonly base: SavedDraft; readonly mine: FlowGraph; readonly theirs: SavedDraft };

/** What is not on the server yet, with the draft it was made from. */
export interface KeptDraft {
  readonly base: SavedDraft;
  readonly graph: FlowGraph;
}

export interface DraftSaverOptions {
  readonly draft: SavedDraft;
  readonly save: (draft: { revision: number; graph: FlowGraph }) => Promise<SaveOutcome>;
  /** The draft as it is on the server now. */
  readonly read: () => Promise<SavedDraft>;
  /** Keeps unsaved work in this browser, or forgets it; false where there is no room. */
  readonly keep: (kept: KeptDraft | null) => boolean;
  /** Runs something later; returns how to call it off. */
  readonly after: (delayMs: number, run: () => void) => () => void;
  readonly onState: (state: SaveState) => void;
}

export interface DraftSaver {
  /** The author's graph as it is now. */
  change(graph: FlowGraph): void;
  /** Saves at once what is not saved: on leaving, on publishing, or when the connection is back. */
  flush(): Promise<SaveState>;
  /** Settles a conflict: this graph goes on top of theirs. */
  resolve(graph: FlowGraph): void;
  /** Takes the server's draft where it is newer and nothing of mine is unsaved; returns it then. */
  refresh(): Promise<SavedDraft | null>;
  state(): SaveState;
  stop(): void;
}

const quietMs = 800;
const firstRetryMs = 2_000;
const longestRetryMs = 30_000;

/**
 * Saves a draft as its author works: a moment after the last change, one save at a time, each naming the revision it
 * was made from. A stale save is never forced: it stops in a conflict until it is resolved.
 */
export function draftSaver(options: DraftSaverOptions): DraftSaver {
  let base = options.draft;
  let mine = base.graph;
  let state: SaveState = { kind: 'saved', draft: base };
  let running: Promise<void> | null = null;
  let cancel = () => {};
  let failures = 0;

  function set(next: SaveState): void {
    state = next;
    options.onState(next);
  }

  function schedule(delayMs: number): void {
    cancel();
    cancel = options.after(delayMs, () => void send());
  }

  /** One save at a time; what changes meanwhile goes with the next. */
  function send(): Promise<void> {
    cancel();
    running ??= sendOnce().finally(() => {
      running = null;
    });
    return running;
  }

  async function sendOnce(): Promise<void> {
    while (state.kind !== 'conflict' && mine !== base.graph) {
      const graph = mine;
      set({ kind: 'saving' });
      const isKept = options.keep({ base, graph });
      const outcome = await options.save({ revision: base.revision, graph });
      if (outcome.kind === 'saved') {
        failures = 0;
        base = { revision: outcome.revision, graph, updatedAt: outcome.updatedAt, updatedBy: null };
      } else if (outcome.kind === 'stale') {
        if (!(await meetTheirs())) return;
      } else {
        giveUpForNow(outcome, isKept);
        return;
      }
    }
    if (state.kind === 'conflict') return;
    options.keep(null);
    set({ kind: 'saved', draft: base });
  }

  function giveUpForNow(outcome: Exclude<SaveOutcome, { kind: 'saved' | 'stale' }>, isKept: boolean): void {
    if (outcome.kind === 'refused') {
      set({ kind: 'refused', detail: outcome.detail, isKept });
      return;
    }
    set({ kind: 'offline', isKept });
    schedule(Math.min(longestRetryMs, firstRetryMs * 2 ** failures));
    failures += 1;
  }

  /** Whether there is no conflict after all, as when an answer of ours was lost on its way. */
  async function meetTheirs(): Promise<boolean> {
    const theirs = await options.read().catch(() => null);
    if (!theirs) {
      giveUpForNow({ kind: 'unreachable' }, true);
      return false;
    }
    if (isSame(theirs.graph, base.graph) || isSame(theirs.graph, mine)) {
      base = isSame(theirs.graph, mine) ? { ...theirs, graph: mine } : theirs;
      return true;
    }
    set({ kind: 'conflict', base, mine, theirs });
    return false;
  }

  return {
    change(graph) {
      if (graph === mine) return;
      mine = graph;
      if (state.kind === 'conflict') return set({ ...state, mine });
      if (mine === base.graph && !running) {
        cancel();
        options.keep(null);
        return set({ kind: 'saved', draft: base });
      }
      if (state.kind === 'saved' || state.kind === 'refused') set({ kind: 'unsaved' });
      schedule(quietMs);
    },
    async flush() {
      if (mine !== base.graph) await send();
      return state;
    },
    resolve(graph) {
      if (state.kind !== 'conflict') return;
      base = state.theirs;
      mine = isSame(graph, base.graph) ? base.graph : graph;
      set({ kind: 'unsaved' });
      void send();
    },
    async refresh() {
      if (state.kind !== 'saved') return null;
      const theirs = await options.read().catch(() => null);
      // What was read may be older than what was saved meanwhile.
      if (!theirs || theirs.revision <= base.revision || state.kind !== 'saved') return null;
      base = theirs;
      mine = theirs.graph;
      set({ kind: 'saved', draft: theirs });
      return theirs;
    },
    state: () => state,
    stop: () => cancel(),
  };
}
