import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { deploymentEndpoints } from '../../../contract/deployments.ts';
import { api } from '../../api/api.ts';
import { messageOf } from '../../api/problem-message.ts';
import { useAction } from '../../api/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { FieldError } from '../../ui/field.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { SkeletonLines } from '../../ui/skeleton.tsx';
import { type DeploymentOfFlow, flowDeploymentsQuery } from './version-queries.ts';

/** Pins deployments to one version, all in one step: the way to roll back. */
export function RepinDialog({ flowId, number, onClose }: { flowId: string; number: number; onClose: () => void }) {
  const deployments = useQuery(flowDeploymentsQuery(flowId));
  const all = deployments.data ?? [];
  const [unchosen, setUnchosen] = useState<ReadonlySet<string>>(new Set());
  const chosen = all.filter((each) => !unchosen.has(each.id) && !isPinnedTo(each, number));
  const pin = useAction({
    run: () => Promise.all(chosen.map(({ id }) => pinTo(id, number))),
    refresh: [['deployments'], ['deployment']],
    onDone: () => {
      notifyDone(
        `${chosen.length === 1 ? '1 deployment is' : `${chosen.length} deployments are`} pinned to version ${number}`,
      );
      onClose();
    },
  });
  const toggle = (id: string, isOn: boolean) => {
    const next = new Set(unchosen);
    if (isOn) next.delete(id);
    else next.add(id);
    setUnchosen(next);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Pin to version ${number}`}
      description="New conversations begin with this version until you change it. Running ones stay where they are."
    >
      {deployments.isPending && <SkeletonLines lines={2} />}
      {deployments.isError && <ProblemNote error={deployments.error} onRetry={() => void deployments.refetch()} />}
      {deployments.isSuccess && all.length === 0 && <p className="text-soft">No deployment uses this flow.</p>}
      <ul className="grid gap-2">
        {all.map((each) => (
          <li key={each.id}>
            <label className="flex items-center gap-2.5">
              <input
                type="checkbox"
                disabled={isPinnedTo(each, number)}
                checked={isPinnedTo(each, number) || !unchosen.has(each.id)}
                onChange={(event) => toggle(each.id, event.target.checked)}
              />
              <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{each.name}</span>
              <span className="text-soft text-xs">{policyInWords(each)}</span>
            </label>
          </li>
        ))}
      </ul>
      {pin.isError && <FieldError>{messageOf(pin.error)}</FieldError>}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button look="main" disabled={chosen.length === 0} isBusy={pin.isPending} onClick={() => pin.mutate()}>
          Pin {chosen.length === 1 ? '1 deployment' : `${chosen.length} deployments`}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function pinTo(id: string, number: number) {
  const versionPolicy = { kind: 'pinned', number } as const;
  return api.call(deploymentEndpoints.changeDeployment, { params: { id }, body: { versionPolicy } });
}

function isPinnedTo({ versionPolicy }: DeploymentOfFlow, number: number): boolean {
  return versionPolicy.kind === 'pinned' && versionPolicy.number === number;
}

function policyInWords({ versionPolicy }: DeploymentOfFlow): string {
  return versionPolicy.kind === 'pinned' ? `pinned to v${versionPolicy.number}` : 'takes the newest';
}
