import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Send } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { FlowReply } from '../../contract/flows.ts';
import { useCan } from '../access/workspace-queries.ts';
import { useCommands } from '../shell/commands.ts';
import { Page } from '../shell/page.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Ago } from '../ui/time.tsx';
import { FlowMenu } from './flow-menu.tsx';
import { draftDiffQuery, flowQuery } from './flow-queries.ts';
import { NodeList } from './node-list.tsx';

const PublishDialog = lazy(async () => ({ default: (await import('./publish-dialog.tsx')).PublishDialog }));
const route = getRouteApi('/shell/flows/$flowId');

/** A flow: what its draft holds, and publishing it. */
export function FlowPage() {
  const { flowId } = route.useParams();
  const { data: flow } = useSuspenseQuery(flowQuery(flowId));
  const canChange = useCan('flows:write');
  const [isPublishing, setPublishing] = useState(false);
  const publish = () => setPublishing(true);
  const navigate = useNavigate();
  useCommands(canChange ? [{ id: 'publish', label: 'Publish', group: 'This flow', icon: Send, run: publish }] : []);
  return (
    <Page
      title={flow.name}
      back={{ label: 'Flows', link: { to: '/flows' } }}
      badge={
        flow.newestVersion === null ? (
          <Badge>Draft only</Badge>
        ) : (
          <Badge tone="good">Version {flow.newestVersion}</Badge>
        )
      }
      actions={
        canChange && (
          <>
            <Button look="main" onClick={publish}>
              <Send aria-hidden />
              Publish
            </Button>
            <FlowMenu flow={flow} onDeleted={() => void navigate({ to: '/flows' })} />
          </>
        )
      }
    >
      <Card title="Draft" description={<DraftState flow={flow} />}>
        <NodeList graph={flow.draft.graph} />
      </Card>
      <Suspense>{isPublishing && <PublishDialog flow={flow} onClose={() => setPublishing(false)} />}</Suspense>
    </Page>
  );
}

function DraftState({ flow }: { flow: FlowReply }) {
  const { revision, updatedAt, updatedBy } = flow.draft;
  const diff = useQuery({
    ...draftDiffQuery(flow.id, flow.newestVersion ?? 0, revision),
    enabled: flow.newestVersion !== null,
  });
  const changes = diff.data && diff.data.nodes.length + diff.data.edges.length + diff.data.settings.length;
  return (
    <>
      Changed <Ago at={updatedAt} />
      {updatedBy && ` by ${updatedBy.name}`}
      {changes === 0 && ' · the same as the published version'}
      {changes !== undefined &&
        changes > 0 &&
        ` · ${changes} ${changes === 1 ? 'change' : 'changes'} not published yet`}
    </>
  );
}
