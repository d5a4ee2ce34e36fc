/** What a process of its own may cost. */
export interface ProcessLimits {
  readonly timeMs: number;
  /** Of its heap; besides it may grow by as much again. */
  readonly memoryMb: number;
}

/** From the server to the process: the parts of its job, then that there are no more. */
export type ProcessQuestion =
  | { readonly kind: 'part'; readonly part: unknown }
  | { readonly kind: 'end'; readonly limits: ProcessLimits };

/** From the process to the server. */
export type ProcessAnswer = { readonly kind: 'part'; readonly part: unknown } | { readonly kind: 'end' };
