import { messageOf } from '../api/problem-message.ts';
import { NameDialog, type NameDialogProps } from './name-dialog.tsx';
import { notifyDone, notifyFailed } from './notify.ts';

export interface RenameDialogProps extends Pick<NameDialogProps, 'hint' | 'onClose'> {
  /** What it is, such as "flow". */
  kind: string;
  name: string;
  /** Rejects with the server's problems. */
  rename: (name: string) => Promise<void>;
}

/** Gives something another name, and offers to take that back. */
export function RenameDialog({ kind, name, rename, hint, onClose }: RenameDialogProps) {
  const undo = () =>
    void rename(name).catch((error: unknown) => notifyFailed('The name is as it was', messageOf(error)));
  return (
    <NameDialog
      title={`Rename ${kind}`}
      action="Rename"
      name={name}
      hint={hint}
      onClose={onClose}
      send={async (next) => {
        await rename(next);
        onClose();
        notifyDone(`Renamed to ${next}`, { undo });
      }}
    />
  );
}
