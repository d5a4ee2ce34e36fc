import { TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import type { Funnel } from '../../contract/dashboard.ts';
import type { VersionReply } from '../../contract/flows.ts';
import type { DrawingFocus } from '../flows/drawing/flow-drawing.tsx';
import { VersionDrawing } from '../flows/drawing/version-drawing.tsx';
import { funnelMarks } from './funnel-marks.ts';

/** Below this many sessions a share says more about chance than about the flow. */
const fewSessions = 30;

export interface FunnelDrawingProps {
  version: VersionReply;
  funnel: Funnel;
  /** A node that somebody asked to see. */
  focus: DrawingFocus | undefined;
}

/** The funnel of a version drawn on its flow; the table beside it has the same figures. */
export function FunnelDrawing({ version, funnel, focus }: FunnelDrawingProps) {
  const marks = useMemo(() => funnelMarks(version.graph, funnel), [version, funnel]);
  const { sessions } = funnel;
  return (
    <figure className="mb-6">
      <VersionDrawing
        version={version}
        label="The flow, with how many sessions came to each node; the table below has the same figures"
        marks={marks}
        focus={focus}
      />
      <figcaption className="mt-2 grid gap-1 text-[0.8125rem] text-soft">
        {sessions < fewSessions && (
          <p className="flex items-center gap-1.5 text-warn">
            <TriangleAlert aria-hidden className="size-4 shrink-0" />
            {`Only ${sessions} ended ${sessions === 1 ? 'session' : 'sessions'}: too few for shares to rely on.`}
          </p>
        )}
        <p>
          The bar of a node is its share of all sessions. A line is as wide as the share that went along it, where that
          can be told from the nodes; dashed ones nobody took.
        </p>
      </figcaption>
    </figure>
  );
}
