import type { DraftNode, FlowGraph } from '../../core/flow/graph.ts';
import { Badge } from '../ui/badge.tsx';
import { nodeTypeWords } from './node-type-words.ts';

/** The nodes of a graph in reading order, each with its text. */
export function NodeList({ graph }: { graph: FlowGraph }) {
  return (
    <ol className="divide-y divide-line">
      {graph.nodes.map((node) => (
        <li key={node.id} className="flex items-baseline gap-3 py-2 first:pt-0 last:pb-0">
          <span className="w-32 shrink-0">
            <Badge>{nodeTypeWords[node.type]}</Badge>
          </span>
          <span className="line-clamp-2 min-w-0 break-words text-soft">{textOf(node)}</span>
        </li>
      ))}
    </ol>
  );
}

function textOf({ id, data }: DraftNode): string {
  const text = [data.text, data.prompt, data.message, data.label, data.url, data.variable].find(
    (value) => typeof value === 'string' && value !== '',
  );
  return typeof text === 'string' ? text : id;
}
