import { type FitViewOptions, useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { Maximize, Minus, Plus, WandSparkles } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Tooltip } from '../../../ui/tooltip.tsx';
import { useEditorContext } from '../editor-context.ts';
import { hasOverlaps, tidyGraph } from '../graph/tidy-graph.ts';
import { openingView } from './opening-view.ts';

/** Looking at the canvas, and tidying it up. */
export function CanvasTools({ fitOptions }: { fitOptions: FitViewOptions }) {
  const { editor, canEdit } = useEditorContext();
  const { zoomIn, zoomOut, fitView, setViewport } = useReactFlow();
  const canvas = useStoreApi();
  const [isCrowded, setCrowded] = useState(() => hasOverlaps(editor.graph()));
  const zoom = useStore((state) => Math.round(state.transform[2] * 100));
  const fit = () => void fitView(fitOptions);
  const tidy = () => {
    editor.edit(tidyGraph);
    void setViewport(openingView(editor.graph(), canvas.getState()));
    setCrowded(false);
  };
  return (
    <div
      role="toolbar"
      aria-label="View"
      className="absolute bottom-3 left-3 flex max-w-[calc(100%-1.5rem)] flex-wrap items-center rounded-xl border border-line bg-surface p-0.5 shadow-card"
    >
      <Tool label="Zoom out" onClick={() => void zoomOut()}>
        <Minus aria-hidden />
      </Tool>
      <span className="w-11 text-center text-soft text-xs tabular-nums max-sm:hidden">{zoom} %</span>
      <Tool label="Zoom in" onClick={() => void zoomIn()}>
        <Plus aria-hidden />
      </Tool>
      <Tool label="Show the whole flow" onClick={fit}>
        <Maximize aria-hidden />
      </Tool>
      {canEdit && (
        <Tool label="Tidy up" onClick={tidy}>
          <WandSparkles aria-hidden />
        </Tool>
      )}
      {canEdit && isCrowded && (
        <Button size="small" look="quiet" onClick={tidy}>
          Nodes lie on each other: tidy up
        </Button>
      )}
    </div>
  );
}

function Tool({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <Tooltip content={label}>
      <Button look="quiet" size="icon" aria-label={label} onClick={onClick}>
        {children}
      </Button>
    </Tooltip>
  );
}
