import { useBlocker } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';

export interface LeaveGuardProps {
  /** What is edited, as its form knows it. */
  form: { readonly isDirty: boolean; readonly isBusy: boolean };
  /** Going about on the page keeps what is not saved. */
  isKeptOnPage?: boolean;
  /** What would be lost. */
  children: ReactNode;
}

/** Asks before leaving what is not saved. */
export function LeaveGuard({ form: { isDirty, isBusy }, isKeptOnPage = false, children }: LeaveGuardProps) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isDirty && !isBusy && !(isKeptOnPage && current.pathname === next.pathname),
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      isOpen={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      title="Leave without saving?"
      action="Leave"
      onConfirm={() => blocker.proceed?.()}
    >
      {children}
    </ConfirmDialog>
  );
}
