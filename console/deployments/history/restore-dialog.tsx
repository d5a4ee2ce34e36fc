import {
  type DeploymentReply,
  type DeploymentRevisionReply,
  deploymentEndpoints,
} from '../../../contract/deployments.ts';
import { api } from '../../api/api.ts';
import { useAction } from '../../api/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { changedWith } from '../deployment-queries.ts';
import { ChangeList } from '../settings/change-list.tsx';
import { settingChanges } from '../settings/setting-changes.ts';
import { settingsOf } from '../settings/settings-of.ts';

export interface RestoreDialogProps {
  deployment: DeploymentReply;
  revision: DeploymentRevisionReply;
  onClose: () => void;
}

/** Shows what bringing back an earlier state would change, and does it as a change of its own. */
export function RestoreDialog({ deployment, revision, onClose }: RestoreDialogProps) {
  const { id, revision: current } = deployment;
  const changes = settingChanges(settingsOf(deployment), revision.settings);
  const restore = useAction({
    run: (number: number) =>
      api.call(deploymentEndpoints.restoreDeploymentRevision, { params: { id, revision: number } }),
    refresh: changedWith(id),
    onDone: (_, number) => {
      onClose();
      notifyDone(`The settings are those of revision ${number}`, {
        undo: number === current ? undefined : () => restore.mutate(current),
      });
    },
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Restore revision ${revision.revision}?`}
      description="It becomes a new revision, in force for new sessions. Running ones keep the settings they began under."
    >
      {changes.length === 0 ? (
        <p className="text-soft">Its settings are those in force.</p>
      ) : (
        <ChangeList changes={changes} />
      )}
      {restore.isError && (
        <div className="mt-4">
          <ProblemNote error={restore.error} />
        </div>
      )}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          look="main"
          disabled={changes.length === 0}
          isBusy={restore.isPending}
          onClick={() => restore.mutate(revision.revision)}
        >
          Restore
        </Button>
      </DialogActions>
    </Dialog>
  );
}
