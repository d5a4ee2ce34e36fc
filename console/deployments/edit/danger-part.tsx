import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type DeploymentReply, deploymentEndpoints } from '../../../contract/deployments.ts';
import { useCan } from '../../access/workspace-queries.ts';
import { api } from '../../api/api.ts';
import { Button } from '../../ui/button.tsx';
import { DeleteDialog } from '../../ui/delete-dialog.tsx';
import { PartHeading } from '../../ui/part-heading.tsx';
import { StatusSwitch } from '../list/status-switch.tsx';

/** Ending a deployment, for a while or for good. */
export function DangerPart({ deployment }: { deployment: DeploymentReply }) {
  const { id, name, status } = deployment;
  const [isAsking, setAsking] = useState(false);
  const canChange = useCan('deployments:write');
  const navigate = useNavigate();
  return (
    <div className="grid gap-4">
      <PartHeading title="Danger zone" />
      <div className="grid divide-y divide-line rounded-xl border border-bad/40 bg-surface shadow-card">
        <section className="flex flex-wrap items-center gap-x-4 gap-y-3 px-4 py-4">
          <div className="min-w-48 flex-1">
            <h3 className="font-medium">{status === 'active' ? 'Deactivate' : 'Inactive'}</h3>
            <p className="text-[0.8125rem] text-soft">
              Inactive, it serves nobody new. Sessions that run go on to their end, and nothing is lost.
            </p>
          </div>
          <StatusSwitch deployment={deployment} />
        </section>
        <section className="flex flex-wrap items-center gap-x-4 gap-y-3 px-4 py-4">
          <div className="min-w-48 flex-1">
            <h3 className="font-medium">Delete</h3>
            <p className="text-[0.8125rem] text-soft">
              Deletes the deployment with all its sessions, for good. Its links stop working. The flow stays.
            </p>
          </div>
          <Button look="dangerQuiet" disabled={!canChange} onClick={() => setAsking(true)}>
            Delete…
          </Button>
        </section>
      </div>
      {isAsking && (
        <DeleteDialog
          kind="deployment"
          name={name}
          run={() => api.call(deploymentEndpoints.deleteDeployment, { params: { id }, query: { confirmName: name } })}
          refresh={[['deployments'], ['sessions']]}
          onClose={() => setAsking(false)}
          onDeleted={() => void navigate({ to: '/deployments' })}
        >
          <p>The deployment, its sessions with their transcripts, and its recorded decisions are deleted for good.</p>
          <p>Running sessions end at once.</p>
        </DeleteDialog>
      )}
    </div>
  );
}
