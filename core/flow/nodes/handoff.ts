import type { NodeBehaviour } from '../flow.ts';
import type { NodeData } from '../node-data.ts';
import { parseTemplate, renderTemplate } from '../template.ts';
import { plainText } from '../template-escaping.ts';
import { say } from '../turn.ts';
import type { NodeSite } from './node-site.ts';

/** Hands the conversation to a human, with a note for them, and ends the session. */
export function compileHandoff(data: NodeData['handoff'], { texts }: NodeSite): NodeBehaviour {
  const message = data.message ? texts('message', data.message, parseTemplate) : undefined;
  const note = data.note ? parseTemplate(data.note) : undefined;
  return {
    enter(turn) {
      if (message) say(turn, message);
      turn.events.push({
        type: 'handoffRequested',
        ...(note && { note: renderTemplate(note, turn.scope, plainText) }),
      });
      return { kind: 'stop', reason: 'handedOff' };
    },
  };
}
