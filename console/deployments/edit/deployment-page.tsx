import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { Page } from '../../shell/page.tsx';
import { Select } from '../../ui/select.tsx';
import { deploymentQuery } from '../deployment-queries.ts';
import { LinkMenu } from '../list/link-menu.tsx';
import { StatusSwitch } from '../list/status-switch.tsx';
import { partGroups, parts } from './parts.ts';

const route = getRouteApi('/shell/deployments/$deploymentId');

/** A deployment: its parts beside the one that is open. */
export function DeploymentPage() {
  const { deploymentId } = route.useParams();
  const { data: deployment } = useSuspenseQuery(deploymentQuery(deploymentId));
  return (
    <Page
      title={deployment.name}
      back={{ label: 'Deployments', link: { to: '/deployments' } }}
      badge={<StatusSwitch deployment={deployment} />}
      actions={deployment.platform.kind === 'web' && <LinkMenu deployment={deployment} />}
    >
      <div className="grid items-start gap-6 md:grid-cols-[11rem_minmax(0,1fr)] lg:gap-10">
        <PartsMenu deploymentId={deploymentId} />
        <PartsList deploymentId={deploymentId} />
        <div className="min-w-0 max-w-2xl">
          <Outlet />
        </div>
      </div>
    </Page>
  );
}

/** The parts on a narrow screen. */
function PartsMenu({ deploymentId }: { deploymentId: string }) {
  const { part } = useParams({ strict: false });
  const navigate = useNavigate();
  return (
    <Select
      aria-label="Part of the deployment"
      className="md:hidden"
      value={part ?? 'general'}
      options={parts.map(({ id, label }) => ({ value: id, label }))}
      onChange={(event) =>
        void navigate({
          to: '/deployments/$deploymentId/$part',
          params: { deploymentId, part: event.target.value },
        })
      }
    />
  );
}

function PartsList({ deploymentId }: { deploymentId: string }) {
  return (
    <nav aria-label="Parts of the deployment" className="sticky top-6 grid gap-4 max-md:hidden">
      {partGroups.map(({ group, parts: inGroup }) => (
        <div key={group}>
          <p id={`parts-${group}`} className="px-2.5 pb-1 font-medium text-faint text-xs">
            {group}
          </p>
          <ul aria-labelledby={`parts-${group}`} className="grid gap-0.5">
            {inGroup.map(({ id, label, icon: Icon }) => (
              <li key={id}>
                <Link
                  to="/deployments/$deploymentId/$part"
                  params={{ deploymentId, part: id }}
                  className="flex h-8 items-center gap-2.5 rounded-lg px-2.5 text-soft transition-colors hover:bg-hover hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:font-medium aria-[current=page]:text-ink"
                >
                  <Icon aria-hidden className="size-4 shrink-0" />
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
