import type { ReactNode } from 'react';
import type { NodeName } from './node-names.ts';

export interface NodeLabelProps {
  name: NodeName | undefined;
  nodeType?: string;
  nodeId: string;
  /** Shows it on the drawn flow; absent where it stands on none. */
  onShow?: () => void;
}

/** What a node is, and what it says; its id where the version cannot be read any more. */
export function NodeLabel({ name, nodeType, nodeId, onShow }: NodeLabelProps) {
  return (
    <Shown onShow={onShow}>
      <span className="block font-medium text-[0.8125rem]">
        {name?.type ?? nodeType ?? 'Node'}
        {name?.subflow && <span className="font-normal text-faint"> in {name.subflow}</span>}
      </span>
      <span className="line-clamp-2 text-soft [overflow-wrap:anywhere]">{name ? name.summary : nodeId}</span>
    </Shown>
  );
}

function Shown({ onShow, children }: { onShow: (() => void) | undefined; children: ReactNode }) {
  if (!onShow) return children;
  return (
    <button
      type="button"
      title="Show on the flow"
      className="block w-full rounded text-left hover:text-accent-text"
      onClick={onShow}
    >
      {children}
    </button>
  );
}
