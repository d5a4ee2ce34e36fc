import { Handle, type NodeProps, Position } from '@xyflow/react';
import { TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { classes } from '../../../ui/classes.ts';
import { useEditorContext } from '../editor-context.ts';
import { type LabelledExit, labelledExits } from '../graph/labelled-exits.ts';
import { nodeCatalogue } from '../graph/node-catalogue.ts';
import { summarizeNode } from '../graph/summarize-node.ts';
import { type Card, toHandle } from './canvas-elements.ts';
import { groupColours, nodeIcons } from './node-icons.ts';

/** A node on the canvas: what it is, what it says, and a handle for each way out. */
export const NodeCard = memo(function NodeCard({ data, selected }: NodeProps<Card>) {
  const { node, problems, mark } = data;
  const { editor, check, canEdit } = useEditorContext();
  const { title, group } = nodeCatalogue[node.type];
  const Icon = nodeIcons[node.type];
  const nodeName = (id: string) => {
    const target = editor.graph().nodes.find((each) => each.id === id);
    return target && (summarizeNode(target) || nodeCatalogue[target.type].title);
  };
  const summary = summarizeNode(node, { flowName: check.flowName, nodeName });
  return (
    <div
      className={classes(
        'flex h-full w-full flex-col overflow-visible rounded-xl border bg-surface text-left shadow-card transition-[border-color,box-shadow]',
        selected ? 'border-accent ring-2 ring-accent/35' : 'border-line-strong',
        mark === 'live' && 'border-good ring-4 ring-good/35',
        mark === 'visited' && !selected && 'border-good',
      )}
    >
      {node.type !== 'start' && (
        <Handle type="target" position={Position.Left} className="node-entry" isConnectable={canEdit} />
      )}
      <div className="flex h-10 shrink-0 items-center gap-2 px-2.5">
        <span aria-hidden className={classes('grid size-6 place-items-center rounded-md', groupColours[group])}>
          <Icon className="size-3.5" />
        </span>
        <span className="min-w-0 flex-1 truncate font-medium text-[0.8125rem]">{title}</span>
        {mark === 'live' && <span className="rounded-full bg-good-soft px-1.5 text-2xs text-good">here</span>}
        {problems > 0 && (
          <span className="flex items-center gap-1 rounded-full bg-bad-soft px-1.5 py-0.5 text-2xs text-bad">
            <TriangleAlert aria-hidden className="size-3" />
            <span className="sr-only">Problems: </span>
            {problems}
          </span>
        )}
      </div>
      {node.type !== 'start' && (
        <p
          dir="auto"
          className="mx-2.5 mb-2 line-clamp-3 text-[0.8125rem] text-soft leading-5 [overflow-wrap:anywhere]"
        >
          {summary || <span className="text-faint italic">Nothing here yet</span>}
        </p>
      )}
      <div className="mt-auto pb-1">
        {labelledExits(node).map((exit) => (
          <ExitRow key={exit.handle} exit={exit} canEdit={canEdit} />
        ))}
      </div>
    </div>
  );
});

function ExitRow({ exit, canEdit }: { exit: LabelledExit; canEdit: boolean }) {
  return (
    <div className="relative flex h-7 items-center justify-end px-3">
      <span dir="auto" className={classes('truncate text-xs', exit.isFallback ? 'text-faint' : 'text-soft')}>
        {exit.label}
      </span>
      <Handle
        type="source"
        position={Position.Right}
        id={toHandle(exit.handle)}
        className="node-exit"
        isConnectable={canEdit}
      />
    </div>
  );
}
