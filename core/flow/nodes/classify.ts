import type { NodeBehaviour, Step, Turn } from '../flow.ts';
import type { NodeData } from '../node-data.ts';
import { waitForEffect } from '../turn.ts';
import type { NodeSite } from './node-site.ts';
import { leaveBy } from './steps.ts';

/** How often one text may be sorted before the visitor is listened to again, so that a circle of these nodes ends. */
const sortingsAtMost = 5;
const none = leaveBy('none');
const listen: Step = { kind: 'wait', waiting: { kind: 'input', attempts: 0 } };

/**
 * Sorts what the visitor wrote into an intent and leaves by its id, or by `none`. What they wrote last counts where
 * nothing was said since; else the node listens first.
 */
export function compileClassify({ intents }: NodeData['classify'], { place }: NodeSite): NodeBehaviour {
  const exits = new Map(intents.map(({ id }) => [id, leaveBy(id)]));

  function sort(turn: Turn, text: string, sorted: number): Step {
    turn.heard = { text, sorted: sorted + 1 };
    return waitForEffect(turn, (id) => ({ type: 'classifyText', id, nodeId: place.nodeId, text, intents }));
  }

  return {
    enter(turn) {
      const { heard } = turn;
      return heard?.text && heard.sorted < sortingsAtMost ? sort(turn, heard.text, heard.sorted) : listen;
    },
    read: (turn, { text }) => sort(turn, text, 0),
    receive(_, result) {
      if (result.type !== 'textClassified') return null;
      return exits.get(result.intentId ?? '') ?? none;
    },
  };
}
