import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Rocket, Send } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useCan } from '../access/workspace-queries.ts';
import { lazyPart } from '../shell/lazy-part.ts';
import { LeaveGuard } from '../shell/leave-guard.tsx';
import { Page } from '../shell/page.tsx';
import { Button } from '../ui/button.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { VersionBadge } from '../versions/version-badge.tsx';
import { DraftBar } from './draft/draft-bar.tsx';
import { StaleDraftDialog } from './draft/stale-draft-dialog.tsx';
import { useTwinDraft } from './draft/use-twin-draft.ts';
import { PersonaPart } from './parts/persona-part.tsx';
import { RulesPart } from './parts/rules-part.tsx';
import { TryPanel } from './try/try-panel.tsx';
import { TwinMenu } from './twin-menu.tsx';
import { twinQuery } from './twin-queries.ts';
import { twinTabs } from './twin-tabs.ts';
import { VersionsPart } from './versions/versions-part.tsx';

const PublishTwinDialog = lazyPart(() => import('./publish-twin-dialog.tsx'), 'PublishTwinDialog');
const route = getRouteApi('/shell/twins/$twinId');

export function TwinPage() {
  const { twinId } = route.useParams();
  // Another twin begins with nothing typed.
  return <TrainedTwin key={twinId} twinId={twinId} />;
}

/** A twin in training: who it is and what it keeps to, beside a place to try it. */
function TrainedTwin({ twinId }: { twinId: string }) {
  const { tab = 'persona' } = route.useSearch();
  const navigate = route.useNavigate();
  const canChange = useCan('twins:write');
  const { data: twin } = useSuspenseQuery(twinQuery(twinId));
  const draft = useTwinDraft(twin);
  const [isPublishing, setPublishing] = useState(false);
  const { newestVersion } = twin;
  const show = (id: string) =>
    void navigate({ search: { tab: twinTabs.find((known) => known === id) }, replace: true, resetScroll: false });
  return (
    <Page
      title={twin.name}
      back={{ label: 'Twins', link: { to: '/twins' } }}
      badge={<VersionBadge newestVersion={newestVersion} />}
      actions={
        <>
          {newestVersion !== null && <DeployButton twinId={twinId} />}
          {canChange && (
            <>
              <Button
                look="main"
                disabled={draft.isDirty}
                title={draft.isDirty ? 'Save what you changed first' : undefined}
                onClick={() => setPublishing(true)}
              >
                <Send aria-hidden />
                Publish
              </Button>
              <TwinMenu twin={twin} onDeleted={() => void navigate({ to: '/twins' })} />
            </>
          )}
        </>
      }
    >
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid min-w-0 gap-5">
          <Tabs
            label="Parts of the twin"
            value={tab}
            onChange={show}
            tabs={[
              {
                id: 'persona',
                label: 'Persona',
                content: (
                  <fieldset disabled={!canChange} className="min-w-0">
                    <PersonaPart draft={draft} />
                  </fieldset>
                ),
              },
              {
                id: 'rules',
                label: 'Rules',
                content: (
                  <fieldset disabled={!canChange} className="min-w-0">
                    <RulesPart twinId={twinId} draft={draft} canChange={canChange} />
                  </fieldset>
                ),
              },
              {
                id: 'versions',
                label: 'Versions',
                content: (
                  <VersionsPart twin={twin} revision={draft.revision} isDirty={draft.isDirty} canChange={canChange} />
                ),
              },
            ]}
          />
          {canChange && <DraftBar draft={draft} />}
        </div>
        {canChange && <TryPanel twinId={twinId} isDirty={draft.isDirty} />}
      </div>
      {draft.stale && <StaleDraftDialog draft={draft} stale={draft.stale} />}
      <Suspense>
        {isPublishing && (
          <PublishTwinDialog twin={twin} revision={draft.revision} onClose={() => setPublishing(false)} />
        )}
      </Suspense>
      <LeaveGuard form={draft} isKeptOnPage>
        What you changed of this twin is not saved.
      </LeaveGuard>
    </Page>
  );
}

function DeployButton({ twinId }: { twinId: string }) {
  const canDeploy = useCan('deployments:write');
  if (!canDeploy) return null;
  return (
    <Button asChild>
      <Link to="/deployments/new" search={{ twin: twinId, step: 'flow' }}>
        <Rocket aria-hidden />
        Deploy
      </Link>
    </Button>
  );
}
