import type { Live } from '../ports/live.ts';
import type { Hear } from '../ports/twin-replies.ts';

/** Sends what is written of an answer to whoever follows the session, piece by piece. */
export function deltas(live: Live, sessionId: string, effectId: string): Hear {
  let offset = 0;
  return {
    piece(text) {
      live.publish({ sessionId, delta: { effectId, offset, text } });
      offset += text.length;
    },
    restart() {
      offset = 0;
    },
  };
}
