import type { NodeBehaviour, Turn } from '../flow.ts';
import type { NodeData } from '../node-data.ts';
import { parseTemplate } from '../template.ts';
import { say, waitForEffect } from '../turn.ts';
import { compileMedia } from './media.ts';
import type { NodeSite } from './node-site.ts';
import { leave } from './steps.ts';

/** Says something, with a picture, a video or cards; after a delay where one is set. */
export function compileMessage(data: NodeData['message'], site: NodeSite): NodeBehaviour {
  const { delayMs = 0 } = data;
  const text = site.texts('text', data.text, parseTemplate);
  const media = data.media && compileMedia(data.media);
  const speak = (turn: Turn) => {
    say(turn, text, media && { media: media(turn.scope) });
    return leave;
  };
  if (delayMs === 0) return { enter: speak };
  return {
    enter: (turn) => waitForEffect(turn, (id) => ({ type: 'scheduleTimer', id, delayMs })),
    receive: (turn, result) => (result.type === 'timerElapsed' ? speak(turn) : null),
  };
}
