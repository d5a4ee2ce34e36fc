import { CircleCheck } from 'lucide-react';
import type { FlowProblem } from '../../../../core/flow/validate-flow.ts';
import { SkeletonLines } from '../../../ui/skeleton.tsx';
import { useEditorContext } from '../editor-context.ts';
import { nodeCatalogue } from '../graph/node-catalogue.ts';
import { summarizeNode } from '../graph/summarize-node.ts';

/** What keeps the draft from being published; each leads to its node and field. */
export function ProblemList() {
  const { check, editor, showPanel } = useEditorContext();
  const { problems } = check;
  if (!problems) return <SkeletonLines lines={3} />;
  if (problems.length === 0) {
    return (
      <p className="flex items-center gap-2 text-good">
        <CircleCheck aria-hidden className="size-4 shrink-0" />
        Nothing to mend: this draft can be published.
      </p>
    );
  }
  const nodes = new Map(editor.graph().nodes.map((node) => [node.id, node]));
  const open = ({ nodeId, field }: FlowProblem) => {
    if (nodeId === null) return;
    editor.focusOn(nodeId, field);
    showPanel('node');
  };
  return (
    <ul className="grid gap-1">
      {problems.map((problem) => {
        const node = nodes.get(problem.nodeId ?? '');
        const text = node && summarizeNode(node);
        return (
          <li key={`${problem.nodeId} ${problem.field} ${problem.message}`}>
            <button
              type="button"
              disabled={!node}
              onClick={() => open(problem)}
              className="w-full rounded-lg px-2.5 py-2 text-left hover:bg-hover disabled:hover:bg-transparent"
            >
              <span className="block truncate text-soft text-xs">
                {node ? `${nodeCatalogue[node.type].title}${text ? ` · ${text}` : ''}` : 'The flow as a whole'}
              </span>
              <span className="block [overflow-wrap:anywhere]">{problem.message}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
