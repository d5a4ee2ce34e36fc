import { type ReactNode, Suspense, useEffect, useRef } from 'react';
import { useCan } from '../../access/workspace-queries.ts';
import { lazyPart } from '../../shell/lazy-part.ts';
import { LeaveGuard } from '../../shell/leave-guard.tsx';
import { SaveBar } from './save-bar.tsx';
import type { SettingsForm } from './use-settings-form.ts';

const ConflictDialog = lazyPart(() => import('./conflict-dialog.tsx'), 'ConflictDialog');

export interface SettingsPartProps {
  form: SettingsForm;
  /** The settings that stand on this page, and show their problems there. */
  fields: readonly string[];
  children: ReactNode;
}

/** A page of settings that are saved together. Asks before leaving what is not saved. */
export function SettingsPart({ form, fields, children }: SettingsPartProps) {
  const canChange = useCan('deployments:write');
  const element = useFocusOnProblem(form);
  return (
    <form
      ref={element}
      noValidate
      className="grid gap-5 [&_:is(input,select,textarea,button)]:scroll-mb-24"
      onSubmit={(event) => {
        event.preventDefault();
        // React brings a dialog's events here, too: leaving without saving must not save.
        if (event.target === event.currentTarget && form.isDirty && !form.isBusy) form.save();
      }}
    >
      <fieldset disabled={!canChange} className="grid min-w-0 gap-5">
        {children}
      </fieldset>
      {canChange && <SaveBar form={form} fields={fields} />}
      <LeaveGuard form={form}>What you changed on this page is not saved.</LeaveGuard>
      <Suspense>{form.stale && <ConflictDialog form={form} stale={form.stale} />}</Suspense>
    </form>
  );
}

/** In the middle of the window, where the save bar does not hide it. */
export function focusOnProblem(within: HTMLElement | null): void {
  const control = within?.querySelector<HTMLElement>('[aria-invalid="true"]');
  control?.focus({ preventScroll: true });
  control?.scrollIntoView({ block: 'center' });
}

/** Once saving was refused, the focus goes to the first field that is to blame. */
function useFocusOnProblem({ problems, isBusy }: SettingsForm) {
  const element = useRef<HTMLFormElement>(null);
  const isRefused = problems.length > 0 && !isBusy;
  useEffect(() => {
    if (isRefused) focusOnProblem(element.current);
  }, [isRefused]);
  return element;
}
