import { messageOf } from '../api/problem-message.ts';
import { type ActionOptions, useAction } from '../api/use-action.ts';
import { ConfirmDialog, type ConfirmDialogProps } from './confirm-dialog.tsx';

export interface ConfirmActionProps
  extends Pick<ConfirmDialogProps, 'title' | 'action' | 'nameToType' | 'children' | 'onClose'>,
    Pick<ActionOptions<void, unknown>, 'run' | 'refresh'> {
  /** It is done, and the dialog has closed. */
  onDone?: () => void;
}

/** Asks before something that cannot be taken back, and does it. Stays open with the reason where the server refuses. */
export function ConfirmAction({ run, refresh, onDone, onClose, ...dialog }: ConfirmActionProps) {
  const action = useAction({
    run,
    refresh,
    onDone: () => {
      onClose();
      onDone?.();
    },
  });
  return (
    <ConfirmDialog
      {...dialog}
      isOpen
      onClose={onClose}
      onConfirm={() => action.mutate()}
      isBusy={action.isPending}
      problem={action.isError ? messageOf(action.error) : undefined}
    />
  );
}
