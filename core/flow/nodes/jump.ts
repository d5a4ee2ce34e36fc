import type { NodeBehaviour, Step } from '../flow.ts';
import type { NodeData } from '../node-data.ts';

/** Goes on at another node of the same graph. */
export function compileJump({ nodeId }: NodeData['jump']): NodeBehaviour {
  const jump: Step = { kind: 'jump', nodeId };
  return { enter: () => jump };
}
