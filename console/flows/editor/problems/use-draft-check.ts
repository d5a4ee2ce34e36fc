import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { FlowGraph } from '../../../../core/flow/graph.ts';
import { type FlowProblem, validateFlow } from '../../../../core/flow/validate-flow.ts';
import type { Editor } from '../editor-store.ts';
import { flowNamesQuery, type KnownWorld, useFlowWorld } from './flow-world.ts';

/** What is known about the draft as it is on the screen. */
export interface DraftCheck {
  /** What would keep it from being published; null until it was looked at for the first time. */
  readonly problems: readonly FlowProblem[] | null;
  readonly problemsByNode: ReadonlyMap<string, number>;
  readonly world: KnownWorld | null;
  readonly flowName: (id: string) => string | undefined;
}

const quietMs = 250;

/** Checks the draft as the server does when it publishes, a moment after the last change and never while drawing. */
export function useDraftCheck(flowId: string, editor: Editor): DraftCheck {
  const graph = useSettledGraph(editor);
  const world = useFlowWorld(flowId, graph);
  const { data: names } = useQuery(flowNamesQuery);
  const [problems, setProblems] = useState<readonly FlowProblem[] | null>(null);
  useEffect(() => {
    if (world) setProblems(validateFlow(graph, world));
  }, [graph, world]);
  return useMemo(
    () => ({ problems, problemsByNode: countByNode(problems ?? []), world, flowName: (id) => names?.get(id)?.name }),
    [problems, world, names],
  );
}

/** The graph as it was when the author last paused; nothing is rendered while they go on. */
function useSettledGraph(editor: Editor): FlowGraph {
  const [graph, setGraph] = useState(editor.graph());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = editor.store.subscribe((state, before) => {
      if (state.graph === before.graph) return;
      clearTimeout(timer);
      timer = setTimeout(() => setGraph(editor.graph()), quietMs);
    });
    setGraph(editor.graph());
    return () => {
      leave();
      clearTimeout(timer);
    };
  }, [editor]);
  return graph;
}

function countByNode(problems: readonly FlowProblem[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { nodeId } of problems) if (nodeId !== null) counts.set(nodeId, (counts.get(nodeId) ?? 0) + 1);
  return counts;
}
