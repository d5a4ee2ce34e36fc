import { plainExit, type Step } from '../flow.ts';

/** By the plain exit. */
export const leave: Step = { kind: 'leave', handle: plainExit };

export function leaveBy(handle: string): Step {
  return { kind: 'leave', handle };
}
