import { useMemo } from 'react';
import type { VersionReply } from '../../../contract/flows.ts';
import type { DrawingFocus } from '../../flows/drawing/flow-drawing.tsx';
import { useSubflowName, VersionDrawing } from '../../flows/drawing/version-drawing.tsx';
import { pathMarks } from './path-marks.ts';
import type { PathStep } from './path-of.ts';

export interface PathDrawingProps {
  version: VersionReply;
  steps: readonly PathStep[];
  isRunning: boolean;
  /** A node that somebody asked to see, rather than where the session stands. */
  shown: DrawingFocus | undefined;
}

/** The way a session took, drawn on its version of the flow; while it runs, the drawing follows each step. */
export function PathDrawing({ version, steps, isRunning, shown }: PathDrawingProps) {
  const flowName = useSubflowName(version);
  const marks = useMemo(
    () => pathMarks(version.graph, steps, { isRunning, flowName }),
    [version, steps, isRunning, flowName],
  );
  const { live } = marks;
  const followed = useMemo(() => (live === undefined ? undefined : { nodeId: live }), [live]);
  return (
    <VersionDrawing
      version={version}
      label="The flow, with the way this session took; the list below has the same steps"
      marks={marks}
      focus={shown ?? followed}
    />
  );
}
