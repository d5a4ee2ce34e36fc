import { type FitViewOptions, useReactFlow, useStore } from '@xyflow/react';
import { Maximize, Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Tooltip } from '../../../ui/tooltip.tsx';

/** Looking at a drawn flow: nearer, farther, all of it. */
export function ViewTools({ fitOptions, children }: { fitOptions: FitViewOptions; children?: ReactNode }) {
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  const zoom = useStore((state) => Math.round(state.transform[2] * 100));
  return (
    <div
      role="toolbar"
      aria-label="View"
      className="absolute bottom-3 left-3 flex max-w-[calc(100%-1.5rem)] flex-wrap items-center rounded-xl border border-line bg-surface p-0.5 shadow-card"
    >
      <ViewTool label="Zoom out" onClick={() => void zoomOut()}>
        <Minus aria-hidden />
      </ViewTool>
      <span className="w-11 text-center text-soft text-xs tabular-nums max-sm:hidden">{zoom} %</span>
      <ViewTool label="Zoom in" onClick={() => void zoomIn()}>
        <Plus aria-hidden />
      </ViewTool>
      <ViewTool label="Show the whole flow" onClick={() => void fitView(fitOptions)}>
        <Maximize aria-hidden />
      </ViewTool>
      {children}
    </div>
  );
}

export function ViewTool({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <Tooltip content={label}>
      <Button look="quiet" size="icon" aria-label={label} onClick={onClick}>
        {children}
      </Button>
    </Tooltip>
  );
}
