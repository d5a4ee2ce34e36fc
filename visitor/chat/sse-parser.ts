/** One server-sent event. `event` is `message` where none was named. */
export interface StreamEvent {
  readonly event: string;
  readonly data: string;
}

/**
 * Reads an event stream in whatever pieces it arrives; each call returns the events completed by its piece.
 * Rules: WHATWG HTML, "Interpreting an event stream". Comments, `id` and `retry` are passed over: an event's data tells its place.
 */
export function createSseParser(): (piece: string) => readonly StreamEvent[] {
  let rest = '';
  let pending = empty();
  return (piece) => {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    const events: StreamEvent[] = [];
    for (const line of lines) {
      if (line !== '') addField(pending, line);
      else {
        if (pending.data.length > 0) events.push({ ...pending, data: pending.data.join('\n') });
        pending = empty();
      }
    }
    return events;
  };
}

function empty() {
  return { event: 'message', data: [] as string[] };
}

function addField(pending: ReturnType<typeof empty>, line: string): void {
  const colon = line.indexOf(':');
  const name = colon < 0 ? line : line.slice(0, colon);
  const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
  if (name === 'data') pending.data.push(value);
  else if (name === 'event') pending.event = value;
}
