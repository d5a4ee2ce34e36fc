import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { classes } from './classes.ts';

export interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  size?: keyof typeof widths;
  children: ReactNode;
}

/** A dialog over the page. Focus goes in and comes back; Escape and a click beside it close it. */
export function Dialog({ isOpen, onClose, title, description, size = 'normal', children }: DialogProps) {
  return (
    <Primitive.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Primitive.Portal>
        <Primitive.Overlay className={overlayClasses} />
        <Primitive.Content
          {...(!description && { 'aria-describedby': undefined })}
          className={classes(panelClasses, widths[size])}
        >
          <header className="flex items-start gap-4 px-5 pt-5">
            <div className="min-w-0 flex-1">
              <Primitive.Title className="font-semibold text-base">{title}</Primitive.Title>
              {description && <Primitive.Description className="mt-1 text-soft">{description}</Primitive.Description>}
            </div>
            <Primitive.Close asChild>
              <Button look="quiet" size="icon" aria-label="Close" className="-mt-1.5 -mr-2">
                <X aria-hidden />
              </Button>
            </Primitive.Close>
          </header>
          <div className="overflow-y-auto px-5 pt-4 pb-5">{children}</div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** The buttons at the end of a dialog: the way out first, the action last. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="mt-5 flex flex-wrap justify-end gap-2">{children}</div>;
}

export const overlayClasses = 'fixed inset-0 z-40 animate-fade bg-black/35 backdrop-blur-[1px]';
export const panelClasses =
  'fixed top-[max(1rem,12vh)] left-1/2 z-50 flex max-h-[min(85vh,calc(100dvh-2rem))] w-[calc(100vw-2rem)] -translate-x-1/2 animate-fade flex-col rounded-2xl bg-raised shadow-float focus:outline-none';

const widths = { narrow: 'max-w-sm', normal: 'max-w-lg', wide: 'max-w-3xl' } as const;
