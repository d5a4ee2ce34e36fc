import type { BodyOf, ReplyOf } from '../../contract/endpoint.ts';
import type { visitEndpoints } from '../../contract/visit.ts';
import { addressOf, authorization, call, type Result } from './call.ts';

type Endpoints = typeof visitEndpoints;
type Reply<Name extends keyof Endpoints> = ReplyOf<Endpoints[Name]>;
export type SendBody = BodyOf<Endpoints['sendMessage']>;

/** Calls for the holder of one session's token. */
export interface SessionApi {
  read(): Promise<Result<Reply<'readSession'>>>;
  send(body: SendBody): Promise<Result<Reply<'sendMessage'>>>;
  takeAction(actionId: string): Promise<Result<Reply<'takeAction'>>>;
  stop(): Promise<Result<Reply<'stopAnswer'>>>;
  end(): Promise<Result<Reply<'endSession'>>>;
  /** The live stream; throws when no answer comes. */
  openStream(after: number, signal: AbortSignal): Promise<Response>;
}

export function createSessionApi(fetchFrom: typeof fetch, id: string, token: string): SessionApi {
  const session = `sessions/${encodeURIComponent(id)}`;
  const post = <Value>(name: string, body: unknown, keepalive = false) =>
    call<Value>(fetchFrom, { path: `${session}/${name}`, body, token, keepalive });
  return {
    read: () => call(fetchFrom, { path: session, token }),
    send: (body) => post('messages', body),
    // The visitor may leave the page with the same click.
    takeAction: (actionId) => post('actions', { actionId }, true),
    stop: () => post('stop', {}),
    end: () => post('end', {}, true),
    openStream: (after, signal) =>
      fetchFrom(addressOf(`${session}/events`), {
        headers: { ...authorization(token), accept: 'text/event-stream', 'last-event-id': String(after) },
        cache: 'no-store',
        signal,
      }),
  };
}
