import { compileGroups } from '../../rollout/compile-audience.ts';
import type { NodeBehaviour } from '../flow.ts';
import type { NodeData } from '../node-data.ts';
import { leaveBy } from './steps.ts';

/** Leaves by the first branch whose groups match, else by `else`. The rules are those of an audience. */
export function compileCondition(data: NodeData['condition']): NodeBehaviour {
  const branches = data.branches.map(({ id, groups }) => ({ exit: leaveBy(id), groups: compileGroups(groups) }));
  const otherwise = leaveBy('else');
  return {
    enter: ({ scope }) => branches.find(({ groups }) => groups.match(scope.attributes).matched)?.exit ?? otherwise,
  };
}
