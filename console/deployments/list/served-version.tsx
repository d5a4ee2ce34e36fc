import type { DeploymentListItem } from '../../../contract/deployments.ts';
import { Badge } from '../../ui/badge.tsx';

/** Which version a session would begin on now, and why that one. */
export function ServedVersion({ deployment }: { deployment: DeploymentListItem }) {
  const { versionPolicy, servedVersion } = deployment;
  if (servedVersion === null) return <Badge tone="warn">Nothing published</Badge>;
  return (
    <span className="inline-flex items-baseline gap-1.5 whitespace-nowrap">
      <span className="font-medium tabular-nums">{`v${servedVersion}`}</span>
      <span className="text-faint text-xs">{versionPolicy.kind === 'latest' ? 'latest' : 'pinned'}</span>
    </span>
  );
}
