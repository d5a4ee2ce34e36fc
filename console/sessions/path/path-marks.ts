import type { FlowGraph } from '../../../core/flow/graph.ts';
import type { DrawingMarks, NodeMark } from '../../flows/drawing/drawing-marks.ts';
import type { PathStep } from './path-of.ts';

/** A step with its number in the whole path, from 1. */
type Numbered = Pick<PathStep, 'nodeId' | 'flowId'> & { readonly number: number };

export interface PathMarks extends DrawingMarks {
  /** Where the session stands in the flow itself; undefined once it is over. A subflow stands at the node that runs it. */
  readonly live: string | undefined;
}

/**
 * The path of a session drawn on its flow: nodes with the numbers of their steps, edges with the number of the step
 * they led to, all else faint. Which exit was taken is not recorded: of two that lead to the same node both are shown.
 */
export function pathMarks(
  graph: FlowGraph,
  steps: readonly Pick<PathStep, 'nodeId' | 'flowId'>[],
  { isRunning, flowName }: { isRunning: boolean; flowName: (id: string) => string | undefined },
): PathMarks {
  const visits = visitsOf(steps);
  const live = isRunning ? visits.at(-1)?.nodeId : undefined;
  const byNode = new Map<string, Visit[]>();
  const links = new Map<string, number[]>();
  for (const [index, visit] of visits.entries()) {
    const before = visits[index - 1];
    add(byNode, visit.nodeId, visit);
    if (before) add(links, linkKey(before.nodeId, visit.nodeId), visit.number);
  }
  return {
    live,
    nodes: new Map(
      graph.nodes.map(({ id }) => [
        id,
        nodeMark(
          visits.filter(({ nodeId }) => nodeId === id),
          id === live,
          flowName,
        ),
      ]),
    ),
    edges: new Map(
      graph.edges.map(({ id, source, target }) => {
        const numbers = links.get(linkKey(source, target));
        return [id, numbers ? { tone: 'strong', label: numbersInWords(numbers) } : { tone: 'faint' }];
      }),
    ),
  };
}

/** A visit to a node of the flow itself, with the steps inside the subflow it ran. */
interface Visit extends Numbered {
  readonly inside: Numbered[];
}

function visitsOf(steps: readonly Pick<PathStep, 'nodeId' | 'flowId'>[]): Visit[] {
  const visits: Visit[] = [];
  for (const [index, { nodeId, flowId }] of steps.entries()) {
    const step = { nodeId, flowId, number: index + 1 };
    if (flowId === undefined) visits.push({ ...step, inside: [] });
    else visits.at(-1)?.inside.push(step);
  }
  return visits;
}

function nodeMark(visits: readonly Visit[], isLive: boolean, flowName: (id: string) => string | undefined): NodeMark {
  if (visits.length === 0) return { tone: 'faint' };
  const numbers = visits.map(({ number }) => number);
  const inside = visits.flatMap((visit) => visit.inside);
  const flowIds = [...new Set(inside.map(({ flowId = '' }) => flowId))];
  const names = flowIds.map((id) => flowName(id) ?? 'a subflow').join(', ');
  return {
    tone: isLive ? 'live' : 'strong',
    note: `${numbers.length > 1 ? 'Steps' : 'Step'} ${numbersInWords(numbers)}${isLive ? ' · is here' : ''}`,
    foot: inside.length > 0 ? `${numbersInWords(inside.map(({ number }) => number))} in ${names}` : undefined,
  };
}

const mostNumbers = 4;

/** `2`, `2, 5`, and of many the first ones and the last. */
function numbersInWords(numbers: readonly number[]): string {
  if (numbers.length <= mostNumbers) return numbers.join(', ');
  return `${numbers.slice(0, mostNumbers - 1).join(', ')} … ${numbers.at(-1)}`;
}

function add<Value>(lists: Map<string, Value[]>, key: string, value: Value) {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function linkKey(source: string, target: string): string {
  return JSON.stringify([source, target]);
}
