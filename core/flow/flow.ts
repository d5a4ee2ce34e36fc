import type { JsonValue } from '../json.ts';
import type { Effect } from '../session/effect.ts';
import type { EndReason, NewEvent, SessionInput } from '../session/session-event.ts';
import type { TwinSnapshot } from '../twin/twin.ts';
import type { FlowGraph, NodeType } from './graph.ts';

/**
 * What a published version carries: its graph and, by flow id, the graph of every subflow it reaches, as they were at
 * publishing; where a twin is called, the twins by id, and the revision of every source in force.
 */
export interface FlowVersionContent {
  readonly graph: FlowGraph;
  readonly subflows: Readonly<
    Record<string, { readonly name: string; readonly number: number; readonly graph: FlowGraph }>
  >;
  readonly twins?: Readonly<Record<string, TwinSnapshot>>;
  readonly sources?: Readonly<Record<string, number>>;
}

/** A published version made ready to run; immutable and shared by every session of that version. Made by `compileFlow`. */
export interface Flow {
  readonly main: CompiledGraph;
  readonly subflows: ReadonlyMap<string, CompiledGraph>;
}

export interface CompiledGraph {
  readonly nodes: ReadonlyMap<string, CompiledNode>;
  readonly startId: string;
}

/** A node made ready to run: its data, templates, translations and conditions are read once and live in `behaviour`. */
export interface CompiledNode {
  readonly place: Place;
  readonly type: NodeType;
  readonly exits: Exits;
  readonly behaviour: NodeBehaviour;
}

/** Target node ids by handle; the plain exit's handle is the empty string. */
export type Exits = ReadonlyMap<string, string>;
export const plainExit = '';

/** What a node does. It changes the turn it is given, and says where the walk goes from here. */
export interface NodeBehaviour {
  enter(turn: Turn): Step;
  /** Reads the message it asked for. */
  read?(turn: Turn, message: VisitorMessage): Step;
  /** How a choice or a typed value that it asked for reads as text; undefined when it is none it knows. */
  readAloud?(message: VisitorMessage, turn: Pick<Turn, 'scope' | 'language'>): string | undefined;
  /** Takes the result of its effect; null when it is of another kind than awaited. */
  receive?(turn: Turn, result: EffectResult): Step | null;
}

/** Where the walk goes after a node. */
export type Step =
  | { readonly kind: 'leave'; readonly handle: string }
  | { readonly kind: 'jump'; readonly nodeId: string }
  | { readonly kind: 'call'; readonly flowId: string }
  /** The end of this graph: back to the caller, or of the session where there is none. */
  | { readonly kind: 'finish'; readonly outcome?: 'achieved' | 'notAchieved' }
  | { readonly kind: 'stop'; readonly reason: EndReason; readonly detail?: string }
  | { readonly kind: 'wait'; readonly waiting: Waiting };

export type VisitorMessage = Extract<SessionInput, { type: 'message' }>;
export type EffectResult = Extract<
  SessionInput,
  { type: 'httpResponded' | 'timerElapsed' | 'twinReplied' | 'textClassified' }
>;
/** What moves a flow on; the start is an event like any other. */
export type FlowEvent = Extract<SessionInput, { type: 'sessionStarted' }> | VisitorMessage | EffectResult;

/** What a flow knows of the session it runs in. */
export interface FlowContext {
  readonly sessionId: string;
  readonly language: string;
  readonly attributes: Readonly<Record<string, Variables>>;
}

/** A turn under way: the only thing that changes while a flow is walked, and gone when the turn ends. */
export interface Turn {
  readonly sessionId: string;
  readonly language: string;
  /** Values of templates and conditions, the variables among them. */
  readonly scope: TurnScope;
  readonly events: NewEvent[];
  readonly effects: Effect[];
  graph: CompiledGraph;
  node: CompiledNode;
  callers: readonly Place[];
  waiting: Waiting | null;
  effectCount: number;
  heard: Heard | null;
  /** Characters said and kept so far. */
  written: number;
}

export interface TurnScope {
  attributes: { readonly [namespace: string]: Variables; readonly var: Variables };
  labels: Readonly<Record<string, string>>;
}

export type Variables = Readonly<Record<string, JsonValue>>;

/** A place in a flow: which graph (`flowId` absent for the main one) and which node. */
export interface Place {
  readonly flowId?: string;
  readonly nodeId: string;
}

/** What a position waits for before it can go on. */
export type Waiting =
  | { readonly kind: 'input'; readonly attempts: number; readonly talk?: Talk }
  | { readonly kind: 'effect'; readonly effectId: string; readonly talk?: Talk };

/** Where a twin's talk stands: answers given, and whether an email address was asked for. */
export interface Talk {
  readonly turns: number;
  readonly asksEmail: boolean;
}

/** What the visitor wrote and nobody has answered: empty before the first word, and after what was no free text. */
export interface Heard {
  readonly text: string;
  /** How often it was sorted into intents. */
  readonly sorted: number;
}

/** Where a session stands in its flow; JSON, stored as part of the session's state. */
export interface Position {
  readonly at: Place;
  /** Subflow nodes to return to, innermost last. */
  readonly callers: readonly Place[];
  readonly waiting: Waiting | null;
  readonly variables: Variables;
  /** Labels of choices, by variable, so that a template shows the label the visitor chose rather than its id. */
  readonly labels: Readonly<Record<string, string>>;
  /** Effects emitted so far; the next one's id is `e<n>`. */
  readonly effectCount: number;
  /** Null once something was said to the visitor. */
  readonly heard: Heard | null;
}
