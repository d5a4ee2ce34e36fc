import { addressOf } from '../../../contract/client.ts';
import { sessionEndpoints } from '../../../contract/sessions.ts';
import type { SessionEvent } from '../../../core/session/session-event.ts';
import { watchedFetch } from '../../api/connection.ts';
import { splitStream } from './split-stream.ts';

export interface Watching {
  readonly sessionId: string;
  /** Events after this seq are sent. */
  readonly after: number;
  readonly onEvents: (events: readonly SessionEvent[]) => void;
  readonly signal: AbortSignal;
}

/** Reads a session's live stream until the server ends it; rejects when it is refused or breaks. */
export async function watchEvents({ sessionId, after, onEvents, signal }: Watching): Promise<void> {
  const address = addressOf(sessionEndpoints.watchSession, { id: sessionId }, { after });
  const response = await watchedFetch(address, { signal, headers: { accept: 'text/event-stream' } });
  if (!response.ok || !response.body) throw new Error(`The live stream answered ${response.status}.`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const { events, rest } = splitStream(text + value);
    text = rest;
    if (events.length > 0) onEvents(events);
  }
}
