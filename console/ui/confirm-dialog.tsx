import { AlertDialog as Primitive } from 'radix-ui';
import { type ReactNode, useId, useState } from 'react';
import { Button } from './button.tsx';
import { DialogActions, overlayClasses, panelClasses } from './dialog.tsx';
import { FieldError } from './field.tsx';
import { Input } from './input.tsx';

export interface ConfirmDialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  /** What will happen, and what will not. */
  children: ReactNode;
  /** The action, as its button says it, such as "Delete flow". */
  action: string;
  onConfirm: () => void;
  isBusy?: boolean;
  /** Must be typed before the action is offered: for what cannot be undone. */
  nameToType?: string;
  /** Why the server refused. */
  problem?: string | undefined;
}

/** Asks before something that cannot be taken back. Starts on the safe button; a click beside it does nothing. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, onClose, title, children, action, onConfirm, isBusy = false, nameToType, problem } = props;
  return (
    <Primitive.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Primitive.Portal>
        <Primitive.Overlay className={overlayClasses} />
        <Primitive.Content className={`${panelClasses} max-w-md overflow-y-auto p-5`}>
          <Primitive.Title className="font-semibold text-base">{title}</Primitive.Title>
          <Primitive.Description asChild>
            <div className="mt-2 grid gap-2 text-soft">{children}</div>
          </Primitive.Description>
          <Confirmation {...{ action, onConfirm, isBusy, nameToType, problem }} />
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

type ConfirmationProps = Pick<ConfirmDialogProps, 'action' | 'onConfirm' | 'isBusy' | 'nameToType' | 'problem'>;

/** Mounted with the dialog, so that what was typed is forgotten when it closes. */
function Confirmation({ action, onConfirm, isBusy, nameToType, problem }: ConfirmationProps) {
  const [typed, setTyped] = useState('');
  const id = useId();
  const isConfirmed = nameToType === undefined || typed.trim() === nameToType.trim();
  return (
    <form
      className="mt-4"
      onSubmit={(event) => {
        event.preventDefault();
        // React brings this to a form around the dialog, too, though the page holds them apart: it must not submit that.
        event.stopPropagation();
        if (isConfirmed && !isBusy) onConfirm();
      }}
    >
      {nameToType !== undefined && (
        <div className="grid gap-1.5">
          <label htmlFor={id} className="text-[0.8125rem] text-soft">
            Type <strong className="select-all break-words font-semibold text-ink">{nameToType}</strong> to confirm
          </label>
          <Input id={id} value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
        </div>
      )}
      {problem && (
        <div className="mt-3">
          <FieldError>{problem}</FieldError>
        </div>
      )}
      <DialogActions>
        <Primitive.Cancel asChild>
          <Button>Cancel</Button>
        </Primitive.Cancel>
        <Button type="submit" look="danger" disabled={!isConfirmed} isBusy={isBusy}>
          {action}
        </Button>
      </DialogActions>
    </form>
  );
}
