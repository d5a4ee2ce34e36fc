import { useNavigate } from '@tanstack/react-router';
import { FlaskConical, History, ListOrdered, Pin, TrendingUp } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { DeploymentListItem } from '../../../contract/deployments.ts';
import { useCan } from '../../access/workspace-queries.ts';
import { lazyPart } from '../../shell/lazy-part.ts';
import { ActionsMenu } from '../../ui/actions-menu.tsx';
import { MenuItem, MenuSeparator } from '../../ui/dropdown-menu.tsx';
import { useRepin } from './use-repin.ts';

const PinDialog = lazyPart(() => import('./pin-dialog.tsx'), 'PinDialog');

/** What can be done with a deployment as a whole. */
export function DeploymentMenu({ deployment }: { deployment: DeploymentListItem }) {
  const { id, name, versionPolicy, servedVersion } = deployment;
  const [isChoosing, setChoosing] = useState(false);
  const canChange = useCan('deployments:write');
  const navigate = useNavigate();
  const repin = useRepin(deployment);
  const goTo = (part: string) =>
    void navigate({ to: '/deployments/$deploymentId/$part', params: { deploymentId: id, part } });
  return (
    <>
      <ActionsMenu name={name}>
        {canChange && servedVersion !== null && (
          <>
            {versionPolicy.kind === 'pinned' ? (
              <MenuItem onSelect={() => repin.mutate({ kind: 'latest' })}>
                <TrendingUp aria-hidden />
                Follow the latest version
              </MenuItem>
            ) : (
              <MenuItem onSelect={() => repin.mutate({ kind: 'pinned', number: servedVersion })}>
                <Pin aria-hidden />
                {`Pin to version ${servedVersion}`}
              </MenuItem>
            )}
            <MenuItem onSelect={() => setChoosing(true)}>
              <ListOrdered aria-hidden />
              Pin to another version…
            </MenuItem>
            <MenuSeparator />
          </>
        )}
        <MenuItem onSelect={() => goTo('test')}>
          <FlaskConical aria-hidden />
          Test a visitor
        </MenuItem>
        <MenuItem onSelect={() => goTo('history')}>
          <History aria-hidden />
          History
        </MenuItem>
      </ActionsMenu>
      <Suspense>{isChoosing && <PinDialog deployment={deployment} onClose={() => setChoosing(false)} />}</Suspense>
    </>
  );
}
