import { toast } from 'sonner';

const undoForMs = 8_000;

/** Says that something was done; with `undo`, offers to take it back while the toast stands. */
export function notifyDone(message: string, options: { undo?: () => void; description?: string } = {}): void {
  const { undo, description } = options;
  toast.success(message, {
    description,
    ...(undo && { duration: undoForMs, action: { label: 'Undo', onClick: undo } }),
  });
}

/** Says that something did not work, and why. */
export function notifyFailed(message: string, description?: string): void {
  toast.error(message, { description, duration: undoForMs });
}
