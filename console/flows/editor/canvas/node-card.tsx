import type { NodeProps } from '@xyflow/react';
import { TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { classes } from '../../../ui/classes.ts';
import { useEditorContext } from '../editor-context.ts';
import { nodeCatalogue } from '../graph/node-catalogue.ts';
import { summarizeNode } from '../graph/summarize-node.ts';
import type { Card } from './canvas-elements.ts';
import { NodeFace } from './node-face.tsx';

/** A node on the canvas of the editor, with its problems and what a test run shows of it. */
export const NodeCard = memo(function NodeCard({ data, selected }: NodeProps<Card>) {
  const { node, problems, mark } = data;
  const { editor, check, canEdit } = useEditorContext();
  const nodeName = (id: string) => {
    const target = editor.graph().nodes.find((each) => each.id === id);
    return target && (summarizeNode(target) || nodeCatalogue[target.type].title);
  };
  return (
    <NodeFace
      node={node}
      summary={summarizeNode(node, { flowName: check.flowName, nodeName })}
      isConnectable={canEdit}
      className={classes(
        'shadow-card transition-[border-color,box-shadow]',
        selected ? 'border-accent ring-2 ring-accent/35' : 'border-line-strong',
        mark === 'live' && 'border-good ring-4 ring-good/35',
        mark === 'visited' && !selected && 'border-good',
      )}
      badges={
        <>
          {mark === 'live' && <span className="rounded-full bg-good-soft px-1.5 text-2xs text-good">here</span>}
          {problems > 0 && <ProblemCount count={problems} />}
        </>
      }
    />
  );
});

function ProblemCount({ count }: { count: number }) {
  return (
    <span className="flex items-center gap-1 rounded-full bg-bad-soft px-1.5 py-0.5 text-2xs text-bad">
      <TriangleAlert aria-hidden className="size-3" />
      <span className="sr-only">Problems: </span>
      {count}
    </span>
  );
}
