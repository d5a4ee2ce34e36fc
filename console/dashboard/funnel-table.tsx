import type { ReactNode } from 'react';
import type { Funnel } from '../../contract/dashboard.ts';
import { NodeLabel } from '../sessions/path/node-label.tsx';
import type { NodeName } from '../sessions/path/node-names.ts';
import { type Column, Table } from '../ui/table.tsx';

export interface FunnelTableProps {
  /** Undefined while it loads. */
  funnel: Funnel | undefined;
  nameOf: (nodeId: string, flowId: string | null) => NodeName | undefined;
  /** Shows a node of the flow itself where it is drawn. */
  onShow: (nodeId: string) => void;
  empty: ReactNode;
}

type Node = Funnel['nodes'][number];

/** The nodes of a version, the most entered first: how many came, went on, and ended there. */
export function FunnelTable({ funnel, nameOf, onShow, empty }: FunnelTableProps) {
  const all = funnel?.sessions ?? 0;
  const columns: Column<Node>[] = [
    {
      id: 'node',
      head: 'Node',
      className: 'min-w-32',
      cell: ({ nodeId, flowId }) => (
        <NodeLabel
          name={nameOf(nodeId, flowId)}
          nodeId={nodeId}
          onShow={flowId === null ? () => onShow(nodeId) : undefined}
        />
      ),
    },
    {
      id: 'reach',
      head: 'Share of sessions',
      hiddenBelow: 'md',
      className: 'w-2/5',
      cell: (node) => <Reach node={node} all={all} />,
    },
    { id: 'entered', head: 'Entered', align: 'end', cell: ({ entered }) => <Count of={all} count={entered} /> },
    {
      id: 'left',
      head: 'Went on',
      align: 'end',
      hiddenBelow: 'sm',
      cell: ({ left, entered }) => <Count of={entered} count={left} />,
    },
    {
      id: 'ended',
      head: 'Ended here',
      align: 'end',
      cell: ({ endedHere, entered }) => <Count of={entered} count={endedHere} />,
    },
  ];
  return (
    <Table
      label="Nodes of the version"
      columns={columns}
      items={funnel?.nodes}
      rowKey={({ nodeId, flowId }) => `${flowId} ${nodeId}`}
      empty={empty}
    />
  );
}

/** The bar says in sight what the figures beside it say. */
function Reach({ node: { left, endedHere }, all }: { node: Node; all: number }) {
  const width = (count: number) => ({ width: `${all > 0 ? (count / all) * 100 : 0}%` });
  return (
    <div aria-hidden className="flex h-3 overflow-hidden rounded-full bg-sunken">
      <div className="bg-accent" style={width(left)} />
      <div className="bg-line-strong" style={width(endedHere)} />
    </div>
  );
}

function Count({ count, of }: { count: number; of: number }) {
  return (
    <span className="whitespace-nowrap tabular-nums">
      {count.toLocaleString()}
      <span className="block whitespace-nowrap text-faint text-xs">
        {of > 0 ? `${Math.round((count / of) * 100)} %` : '–'}
      </span>
    </span>
  );
}
