import { Button } from './button.tsx';
import { DialogActions } from './dialog.tsx';
import { FieldError } from './field.tsx';

export interface FormActionsProps {
  /** Of `useProblemForm`. */
  form: { readonly problem: string | undefined; readonly isBusy: boolean };
  /** What sending it does, as its button says it. */
  action: string;
  isDisabled?: boolean;
  onClose: () => void;
}

/** The end of a form in a dialog: what is wrong with it as a whole, the way out, and the action. */
export function FormActions({ form, action, isDisabled = false, onClose }: FormActionsProps) {
  return (
    <>
      {form.problem && <FieldError>{form.problem}</FieldError>}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" look="main" disabled={isDisabled} isBusy={form.isBusy}>
          {action}
        </Button>
      </DialogActions>
    </>
  );
}
