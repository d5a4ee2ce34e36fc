import { type SessionEvent, sessionEventSchema } from '../../../core/session/session-event.ts';

/** The whole events of a stream's text so far (`text/event-stream`), and the rest that is still to be completed. */
export function splitStream(text: string): { events: SessionEvent[]; rest: string } {
  const blocks = text.split('\n\n');
  const rest = blocks.pop() ?? '';
  return { events: blocks.flatMap(eventOf), rest };
}

/** Comments and reconnection times carry no data. */
function eventOf(block: string): SessionEvent[] {
  const data = block
    .split('\n')
    .filter((line) => line.startsWith('data: '))
    .map((line) => line.slice('data: '.length));
  return data.length > 0 ? [sessionEventSchema.parse(JSON.parse(data.join('\n')))] : [];
}
