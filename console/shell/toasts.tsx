import { CircleAlert, CircleCheck } from 'lucide-react';
import { useEffect } from 'react';
import { Toaster as Primitive, toast } from 'sonner';
import { showToastsBy } from '../ui/notify.ts';

/** The toasts themselves. */
export function Toasts() {
  useEffect(() => {
    showToastsBy(({ kind, message, description, undo, shownForMs }) => {
      const say = kind === 'done' ? toast.success : toast.error;
      say(message, { description, duration: shownForMs, action: undo && { label: 'Undo', onClick: undo } });
    });
  }, []);
  return (
    <Primitive
      position="bottom-right"
      toastOptions={{
        unstyled: true,
        classNames: {
          toast: 'flex w-full items-center gap-2.5 rounded-xl bg-raised px-4 py-3 text-sm text-ink shadow-float',
          content: 'min-w-0 flex-1',
          title: 'break-words font-medium',
          description: 'text-[0.8125rem] text-soft',
          actionButton:
            'h-7 shrink-0 rounded-lg border border-line-strong px-2.5 font-medium text-[0.8125rem] hover:bg-hover',
        },
      }}
      icons={{
        success: <CircleCheck aria-hidden className="size-4.5 text-good" />,
        error: <CircleAlert aria-hidden className="size-4.5 text-bad" />,
      }}
    />
  );
}
