import { type FitViewOptions, useReactFlow, useStoreApi } from '@xyflow/react';
import { WandSparkles } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { useEditorContext } from '../editor-context.ts';
import { hasOverlaps, tidyGraph } from '../graph/tidy-graph.ts';
import { openingView } from './opening-view.ts';
import { ViewTool, ViewTools } from './view-tools.tsx';

/** Looking at the canvas, and tidying it up. */
export function CanvasTools({ fitOptions }: { fitOptions: FitViewOptions }) {
  const { editor, canEdit } = useEditorContext();
  const { setViewport } = useReactFlow();
  const canvas = useStoreApi();
  const [isCrowded, setCrowded] = useState(() => hasOverlaps(editor.graph()));
  const tidy = () => {
    editor.edit(tidyGraph);
    void setViewport(openingView(editor.graph(), canvas.getState()));
    setCrowded(false);
  };
  return (
    <ViewTools fitOptions={fitOptions}>
      {canEdit && (
        <ViewTool label="Tidy up" onClick={tidy}>
          <WandSparkles aria-hidden />
        </ViewTool>
      )}
      {canEdit && isCrowded && (
        <Button size="small" look="quiet" onClick={tidy}>
          Nodes lie on each other: tidy up
        </Button>
      )}
    </ViewTools>
  );
}
