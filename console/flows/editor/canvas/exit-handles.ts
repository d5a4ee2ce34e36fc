/** An exit as React Flow names it, which knows no empty names. */
export function toHandle(exit: string): string {
  return `exit ${exit}`;
}

export function fromHandle(handle: string | null | undefined): string {
  return handle?.startsWith('exit ') ? handle.slice('exit '.length) : '';
}
