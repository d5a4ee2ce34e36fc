const undoForMs = 8_000;

/** A word about what was done, or was not. */
export interface Toast {
  readonly kind: 'done' | 'failed';
  readonly message: string;
  readonly description?: string;
  readonly undo?: () => void;
  /** Absent: as long as toasts usually stand. */
  readonly shownForMs?: number;
}

const waiting: Toast[] = [];
let show: (toast: Toast) => void = (toast) => waiting.push(toast);
let onFirst = () => {};

/** Says that something was done; with `undo`, offers to take it back while the toast stands. */
export function notifyDone(message: string, options: { undo?: () => void; description?: string } = {}): void {
  notify({ kind: 'done', message, ...options, ...(options.undo && { shownForMs: undoForMs }) });
}

/** Says that something did not work, and why. */
export function notifyFailed(message: string, description?: string): void {
  notify({ kind: 'failed', message, description, shownForMs: undoForMs });
}

/** Hears of the first toast, which is when the part that shows them is needed. */
export function whenFirstToast(listener: () => void): void {
  onFirst = listener;
  if (waiting.length > 0) listener();
}

/** Shows the toasts that wait, and from now on each at once. */
export function showToastsBy(shower: (toast: Toast) => void): void {
  show = shower;
  for (const toast of waiting.splice(0)) shower(toast);
}

function notify(toast: Toast): void {
  show(toast);
  onFirst();
}
