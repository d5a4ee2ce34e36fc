import type { FlowGraph } from '../graph.ts';

/** One thing that keeps a draft from being published: the node (null for the flow as a whole), the field, and what to do about it. */
export interface FlowProblem {
  readonly nodeId: string | null;
  /** Path inside the node's data such as `input.options.0.label`; `edges.<id>…` or `translations.<language>…` for what lies outside it. */
  readonly field: string;
  readonly message: string;
}

/** What a draft is judged against: everything outside the graph that it may name. */
export interface FlowWorld {
  /** Id of the flow that is being published; absent for a graph that is not stored. */
  readonly flowId?: string;
  /** Newest published versions by flow id, of every flow that the graph reaches, through subflows of subflows too. */
  readonly subflows: ReadonlyMap<string, { readonly name: string; readonly graph: FlowGraph }>;
  /** Names of twins with a published version, by id. */
  readonly twins?: ReadonlyMap<string, string>;
  readonly secretNames: ReadonlySet<string>;
  /** Why the pattern does not compile as RE2, or null when it does; patterns go unchecked where this is absent. */
  readonly compilesPattern?: (pattern: string) => string | null;
}

/** A value in double quotes, shortened so that a message stays a sentence. */
export function quoted(text: string): string {
  return `"${text.length > 80 ? `${text.slice(0, 79)}…` : text}"`;
}
