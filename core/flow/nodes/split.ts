import { murmur3 } from '../../rollout/murmur3.ts';
import type { NodeBehaviour } from '../flow.ts';
import type { NodeData } from '../node-data.ts';
import type { NodeSite } from './node-site.ts';
import { leaveBy } from './steps.ts';

/** Leaves by a branch drawn by hash of session and node, in proportion to the weights: the same again whenever asked. */
export function compileSplit({ branches }: NodeData['split'], { place }: NodeSite): NodeBehaviour {
  const total = branches.reduce((sum, { weight }) => sum + weight, 0);
  return {
    enter(turn) {
      const drawn = (murmur3(`${turn.sessionId}:${place.nodeId}`) / 2 ** 32) * total;
      const branchId = branchAt(branches, drawn);
      turn.events.push({ type: 'splitDrawn', ...place, branchId });
      return leaveBy(branchId);
    },
  };
}

function branchAt(branches: NodeData['split']['branches'], drawn: number): string {
  let below = 0;
  for (const { id, weight } of branches) {
    below += weight;
    if (drawn < below) return id;
  }
  return branches.at(-1)?.id ?? '';
}
