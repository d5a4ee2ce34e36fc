import type { DeploymentSettings } from '../../../contract/deployment-settings.ts';
import { type DeploymentReply, deploymentEndpoints } from '../../../contract/deployments.ts';
import { api } from '../../api/api.ts';
import { useAction } from '../../api/use-action.ts';
import { notifyDone } from '../../ui/notify.ts';
import { changedWith } from '../deployment-queries.ts';

type Policy = DeploymentSettings['versionPolicy'];

/** Moves a deployment to another version in one step, which can be taken back. Running sessions stay where they are. */
export function useRepin({ id, name, versionPolicy }: Pick<DeploymentReply, 'id' | 'name' | 'versionPolicy'>) {
  const action = useAction({
    run: (policy: Policy) =>
      api.call(deploymentEndpoints.changeDeployment, { params: { id }, body: { versionPolicy: policy } }),
    refresh: changedWith(id),
    failure: `${name} stays on its version`,
    onDone: (_, policy) =>
      notifyDone(
        policy.kind === 'latest'
          ? `${name} follows the latest version`
          : `New sessions of ${name} begin on version ${policy.number}`,
        { undo: () => action.mutate(versionPolicy) },
      ),
  });
  return action;
}
