import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { compileFlow } from '../../../../core/flow/compile-flow.ts';
import type { FlowGraph } from '../../../../core/flow/graph.ts';
import type { JsonValue } from '../../../../core/json.ts';
import type { SessionInput } from '../../../../core/session/session-event.ts';
import type { KnownWorld } from '../problems/flow-world.ts';
import { performEffect } from './perform-effect.ts';
import { runnableGraph } from './runnable-graph.ts';
import {
  advanceTest,
  lastNode,
  pathOf,
  startTest,
  type TestAttributes,
  type TestPath,
  type TestRun,
} from './test-run.ts';

export interface TestOptions {
  readonly nodeId: string | null;
  readonly language: string;
  readonly attributes: TestAttributes;
  readonly variables: Readonly<Record<string, JsonValue>>;
}

export type TestState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly run: TestRun;
      /** The draft it runs, to tell when the author has changed it since. */
      readonly draft: FlowGraph;
      readonly unfinished: ReadonlyMap<string, string>;
    }
  | { readonly kind: 'failed'; readonly detail: string };

export interface TestBench {
  readonly state: TestState;
  /** What the canvas lights; null when no test runs. */
  readonly path: TestPath | null;
  start(draft: FlowGraph, world: KnownWorld, options: TestOptions): void;
  take(input: SessionInput): void;
  stop(): void;
}

/** Runs a draft in this browser, with the core that runs it in production. Requests go out from the server. */
export function useTestBench(flowId: string): TestBench {
  const [state, setState] = useState<TestState>({ kind: 'idle' });
  const generation = useRef(0);
  const take = useCallback((input: SessionInput) => {
    setState((now) => (now.kind === 'running' ? { ...now, run: advanceTest(now.run, input, new Date()) } : now));
  }, []);
  const start = useCallback<TestBench['start']>((draft, world, options) => {
    generation.current += 1;
    setState(begin(draft, world, options));
  }, []);
  const stop = useCallback(() => {
    generation.current += 1;
    setState({ kind: 'idle' });
  }, []);

  const run = state.kind === 'running' ? state.run : null;
  const awaited = run?.awaited ?? null;
  const latestRun = useRef(run);
  latestRun.current = run;
  useEffect(() => {
    if (!awaited || !latestRun.current) return;
    const mine = generation.current;
    void performEffect(flowId, latestRun.current, awaited).then((input) => {
      if (generation.current === mine) take(input);
    });
  }, [awaited, flowId, take]);

  const path = useMemo(() => (state.kind === 'running' ? pathOf(state.run) : null), [state]);
  return useMemo(() => ({ state, path, start, take, stop }), [state, path, start, take, stop]);
}

function begin(draft: FlowGraph, world: KnownWorld, options: TestOptions): TestState {
  try {
    const { nodeId, variables, language, attributes } = options;
    const { graph, unfinished } = runnableGraph(draft, world, { nodeId, variables });
    const subflows = Object.fromEntries(world.subflows);
    const matchesPattern = (pattern: string, text: string) => world.patterns?.matches(pattern, text) ?? true;
    const flow = compileFlow({ graph, subflows, twins: world.twinSnapshots }, { matchesPattern });
    const run = startTest(flow, { id: `test-${crypto.randomUUID()}`, language, attributes }, new Date());
    return { kind: 'running', run, draft, unfinished };
  } catch (error) {
    return { kind: 'failed', detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Why a test stopped where it did, where that is an unfinished node. */
export function unfinishedStop(state: TestState): { nodeId: string; reason: string } | null {
  if (state.kind !== 'running' || state.run.session.state.status !== 'ended') return null;
  const nodeId = lastNode(state.run);
  const reason = nodeId === null ? undefined : state.unfinished.get(nodeId);
  return nodeId !== null && reason !== undefined ? { nodeId, reason } : null;
}
