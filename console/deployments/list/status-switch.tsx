import { type DeploymentReply, deploymentEndpoints } from '../../../contract/deployments.ts';
import { useCan } from '../../access/workspace-queries.ts';
import { api } from '../../api/api.ts';
import { useAction } from '../../api/use-action.ts';
import { notifyDone } from '../../ui/notify.ts';
import { Switch } from '../../ui/switch.tsx';
import { changedWith } from '../deployment-queries.ts';

/** Whether a deployment serves new visitors, and the switch for it. Running sessions go on either way. */
export function StatusSwitch({ deployment }: { deployment: Pick<DeploymentReply, 'id' | 'name' | 'status'> }) {
  const { id, name, status } = deployment;
  const canChange = useCan('deployments:write');
  const change = useAction({
    run: (next: DeploymentReply['status']) =>
      api.call(deploymentEndpoints.changeDeployment, { params: { id }, body: { status: next } }),
    refresh: changedWith(id),
    failure: `${name} is as it was`,
    onDone: (changed) =>
      notifyDone(changed.status === 'active' ? `${name} serves visitors` : `${name} serves nobody new`, {
        undo: changed.status === status ? undefined : () => change.mutate(status),
      }),
  });
  const shown = change.isPending ? change.variables : status;
  return (
    <span className="inline-flex items-center gap-2">
      <Switch
        aria-label={`${name} is active`}
        checked={shown === 'active'}
        disabled={!canChange}
        onCheckedChange={(isActive) => change.mutate(isActive ? 'active' : 'inactive')}
      />
      <span aria-hidden className="text-[0.8125rem] text-soft max-sm:hidden">
        {shown === 'active' ? 'Active' : 'Inactive'}
      </span>
    </span>
  );
}
