import { Handle, Position } from '@xyflow/react';
import type { ReactNode } from 'react';
import type { DraftNode } from '../../../../core/flow/graph.ts';
import { classes } from '../../../ui/classes.ts';
import { type LabelledExit, labelledExits } from '../graph/labelled-exits.ts';
import { nodeCatalogue } from '../graph/node-catalogue.ts';
import { toHandle } from './exit-handles.ts';
import { groupColours, nodeIcons } from './node-icons.ts';

export interface NodeFaceProps {
  node: DraftNode;
  /** What it says or does, in words. */
  summary: string;
  /** Whether connections can be drawn from and to it. */
  isConnectable: boolean;
  /** Beside the point, as what a session did not come by. */
  isFaint?: boolean;
  /** Its frame: border, ring and shadow. */
  className: string;
  /** Follows the title. */
  badges?: ReactNode;
  children?: ReactNode;
}

/** How a node looks, wherever a flow is drawn: what it is, what it says, and a handle for each way out. */
export function NodeFace({ node, summary, isConnectable, isFaint, className, badges, children }: NodeFaceProps) {
  const { title, group } = nodeCatalogue[node.type];
  const Icon = nodeIcons[node.type];
  return (
    <div
      className={classes(
        'relative flex h-full w-full flex-col overflow-visible rounded-xl border bg-surface text-left',
        className,
      )}
    >
      {node.type !== 'start' && (
        <Handle type="target" position={Position.Left} className="node-entry" isConnectable={isConnectable} />
      )}
      <div className="flex h-10 shrink-0 items-center gap-2 px-2.5">
        <span
          aria-hidden
          className={classes(
            'grid size-6 place-items-center rounded-md',
            isFaint ? 'bg-sunken text-faint' : groupColours[group],
          )}
        >
          <Icon className="size-3.5" />
        </span>
        <span className={classes('min-w-0 flex-1 truncate font-medium text-[0.8125rem]', isFaint && 'text-faint')}>
          {title}
        </span>
        {badges}
      </div>
      {node.type !== 'start' && (
        <p
          dir="auto"
          className={classes(
            'mx-2.5 mb-2 line-clamp-3 text-[0.8125rem] leading-5 [overflow-wrap:anywhere]',
            isFaint ? 'text-faint' : 'text-soft',
          )}
        >
          {summary || <span className="text-faint italic">Nothing here yet</span>}
        </p>
      )}
      <div className="mt-auto pb-1">
        {labelledExits(node).map((exit) => (
          <ExitRow key={exit.handle} exit={exit} isConnectable={isConnectable} isFaint={isFaint} />
        ))}
      </div>
      {children}
    </div>
  );
}

interface ExitRowProps extends Pick<NodeFaceProps, 'isConnectable' | 'isFaint'> {
  exit: LabelledExit;
}

function ExitRow({ exit: { handle, label, isFallback }, isConnectable, isFaint }: ExitRowProps) {
  return (
    <div className="relative flex h-7 items-center justify-end px-3">
      <span dir="auto" className={classes('truncate text-xs', isFallback || isFaint ? 'text-faint' : 'text-soft')}>
        {label}
      </span>
      <Handle
        type="source"
        position={Position.Right}
        id={toHandle(handle)}
        className="node-exit"
        isConnectable={isConnectable}
      />
    </div>
  );
}
