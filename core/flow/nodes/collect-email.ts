import type { NodeBehaviour } from '../flow.ts';
import type { NodeData } from '../node-data.ts';
import { compileAsk } from './ask.ts';
import type { NodeSite } from './node-site.ts';

const variable = 'email';

/** Asks for an email address and records that one was left, as an exact criterion may want. */
export function compileCollectEmail({ prompt }: NodeData['collectEmail'], site: NodeSite): NodeBehaviour {
  const ask = compileAsk({ prompt, input: { kind: 'email' }, variable }, site);
  return {
    ...ask,
    read(turn, message) {
      const step = ask.read(turn, message);
      const email = turn.scope.attributes.var[variable];
      if (step.kind === 'leave' && typeof email === 'string') turn.events.push({ type: 'emailCollected', email });
      return step;
    },
  };
}
