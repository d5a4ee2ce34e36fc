import { Suspense, useCallback, useMemo } from 'react';
import type { VersionReply } from '../../../contract/flows.ts';
import { lazyPart } from '../../shell/lazy-part.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { pathMarks } from './path-marks.ts';
import type { PathStep } from './path-of.ts';

const FlowDrawing = lazyPart(() => import('../../flows/drawing/flow-drawing.tsx'), 'FlowDrawing');

export interface PathDrawingProps {
  version: VersionReply;
  steps: readonly PathStep[];
  isRunning: boolean;
}

/** The way a session took, drawn on its version of the flow; while it runs the drawing follows it. */
export function PathDrawing({ version, steps, isRunning }: PathDrawingProps) {
  const flowName = useCallback((id: string) => version.subflows[id]?.name, [version]);
  const marks = useMemo(
    () => pathMarks(version.graph, steps, { isRunning, flowName }),
    [version, steps, isRunning, flowName],
  );
  return (
    <Suspense fallback={<Skeleton className="h-80 sm:h-[28rem]" />}>
      <FlowDrawing
        label="The flow, with the way this session took; the list below has the same steps"
        graph={version.graph}
        flowName={flowName}
        marks={marks}
        followed={marks.live}
      />
    </Suspense>
  );
}
