import { ConfirmAction, type ConfirmActionProps } from './confirm-action.tsx';
import { notifyDone } from './notify.ts';

export interface DeleteDialogProps extends Pick<ConfirmActionProps, 'run' | 'refresh' | 'children' | 'onClose'> {
  /** What it is, such as "flow". */
  kind: string;
  name: string;
  onDeleted?: (() => void) | undefined;
}

/** Deletes something for good, once its name is typed. Its children say what goes with it, and what stays. */
export function DeleteDialog({ kind, name, onDeleted, ...action }: DeleteDialogProps) {
  return (
    <ConfirmAction
      {...action}
      title={`Delete this ${kind}?`}
      action={`Delete ${kind}`}
      nameToType={name}
      onDone={() => {
        notifyDone(`${name} was deleted`);
        onDeleted?.();
      }}
    />
  );
}
