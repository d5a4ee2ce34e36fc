import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Footprints } from 'lucide-react';
import { useMemo } from 'react';
import { useShownNode } from '../flows/drawing/use-shown-node.ts';
import { versionQuery } from '../flows/versions/version-query.ts';
import { nodeNames } from '../sessions/path/node-names.ts';
import { Page } from '../shell/page.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { funnelQuery } from './dashboard-queries.ts';
import { FunnelDrawing } from './funnel-drawing.tsx';
import { FunnelTable } from './funnel-table.tsx';
import { inFlowOrder } from './in-flow-order.ts';

const route = getRouteApi('/shell/flows/$flowId/versions/$number');

/** How far the sessions of a version came: drawn on the flow, and node by node. */
export function FunnelPage() {
  const { flowId, number } = route.useParams();
  const { data: version } = useSuspenseQuery(versionQuery(flowId, Number(number)));
  const { data: funnel, error, refetch } = useQuery(funnelQuery(flowId, Number(number)));
  const nameOf = useMemo(() => nodeNames(version), [version]);
  const ordered = useMemo(() => funnel && { ...funnel, nodes: inFlowOrder(funnel.nodes, version) }, [funnel, version]);
  const { drawing, focus, show } = useShownNode(version.id);
  return (
    <Page
      title={`How far sessions of version ${number} came`}
      description="Ended live sessions. Each counts once for a node it entered, however often it came by."
      back={{ label: 'Flow', link: { to: '/flows/$flowId', params: { flowId } } }}
    >
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {funnel && funnel.sessions > 0 && (
        <div ref={drawing} className="scroll-m-4">
          <FunnelDrawing version={version} funnel={funnel} focus={focus} />
        </div>
      )}
      <FunnelTable
        funnel={ordered}
        nameOf={nameOf}
        onShow={show}
        empty={
          <EmptyState icon={Footprints} title="No session has ended yet">
            Once sessions of this version have ended, this page says how far they came.
          </EmptyState>
        }
      />
    </Page>
  );
}
