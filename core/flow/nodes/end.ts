import type { NodeBehaviour, Step } from '../flow.ts';
import type { NodeData } from '../node-data.ts';
import { parseTemplate } from '../template.ts';
import { say } from '../turn.ts';
import type { NodeSite } from './node-site.ts';

/** Says goodbye and ends the flow with an outcome; in a subflow it returns to the caller instead. */
export function compileEnd(data: NodeData['end'], { texts }: NodeSite): NodeBehaviour {
  const message = data.message ? texts('message', data.message, parseTemplate) : undefined;
  const finish: Step = { kind: 'finish', ...(data.outcome && { outcome: data.outcome }) };
  return {
    enter(turn) {
      if (message) say(turn, message);
      return finish;
    },
  };
}
