import { Suspense, useCallback } from 'react';
import type { VersionReply } from '../../../contract/flows.ts';
import { lazyPart } from '../../shell/lazy-part.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { FlowDrawingProps } from './flow-drawing.tsx';

const FlowDrawing = lazyPart(() => import('./flow-drawing.tsx'), 'FlowDrawing');

export interface VersionDrawingProps extends Pick<FlowDrawingProps, 'label' | 'marks' | 'focus'> {
  version: VersionReply;
}

/** A published version to look at, with what is said of its nodes and edges. */
export function VersionDrawing({ version, ...drawing }: VersionDrawingProps) {
  return (
    <Suspense fallback={<Skeleton className="h-80 sm:h-[28rem]" />}>
      <FlowDrawing {...drawing} graph={version.graph} flowName={useSubflowName(version)} />
    </Suspense>
  );
}

/** Name of a subflow of the version by its id. */
export function useSubflowName(version: VersionReply): (id: string) => string | undefined {
  return useCallback((id) => version.subflows[id]?.name, [version]);
}
