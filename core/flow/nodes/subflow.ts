import type { NodeBehaviour, Step } from '../flow.ts';
import type { NodeData } from '../node-data.ts';

/** Runs another flow, with the same variables, and comes back. */
export function compileSubflow({ flowId }: NodeData['subflow']): NodeBehaviour {
  const call: Step = { kind: 'call', flowId };
  return { enter: () => call };
}
