/** `window.parley`: commands given before the script has loaded wait in `q`. */
export interface ParleyFunction {
  (...command: unknown[]): void;
  q?: ArrayLike<unknown>[];
  isLoaded?: boolean;
}
declare global {
  interface Window {
    parley?: ParleyFunction;
  }
}

/** Takes the place of the waiting function and runs what waited, in order. */
export function takeOverQueue(page: Pick<Window, 'parley'>, run: (command: readonly unknown[]) => void): void {
  const waiting = page.parley?.q ?? [];
  const parley: ParleyFunction = (...command) => run(command);
  parley.isLoaded = true;
  page.parley = parley;
  for (const command of waiting) run(Array.from(command));
}
