import type { Presentation } from '../../contract/visit.ts';
import type { VisitorEvent } from '../../contract/visitor-events.ts';
import type { Mode } from '../../core/session/session-event.ts';
import type { Failure, Result } from '../api/call.ts';
import type { Decision, VisitApi } from '../api/visit-api.ts';

/** Who visits, and from where. */
export interface Visitor {
  readonly unitKey: string;
  readonly identityToken: string | null;
  readonly page: { readonly url: string; readonly title: string; readonly referrer: string };
}

/** How a session is to be held. */
export interface Wish {
  readonly mode: Mode;
  readonly language: string;
  /** An earlier session of this browser: whoever talked then goes on. */
  readonly previous: { readonly sessionId: string; readonly token: string } | null;
}

/** Why there is nothing to start; worded by the page without giving away more. */
export type Notice = 'unknown' | 'inactive' | 'notServed' | 'identity' | 'unreachable';
export type Opening =
  | { readonly kind: 'notice'; readonly notice: Notice }
  | { readonly kind: 'welcome'; readonly presentation: Presentation };

export type Starting =
  | {
      readonly kind: 'started';
      readonly id: string;
      readonly token: string;
      readonly language: string;
      readonly events: VisitorEvent[];
    }
  | { readonly kind: 'notice'; readonly notice: Notice }
  /** The visitor may try again at once. */
  | { readonly kind: 'failed'; readonly isBusy: boolean };

/** Asks whether this visitor is served, and what to show. */
export async function openVisit(api: VisitApi, visitor: Visitor): Promise<Opening> {
  return judgeDecision(await api.decide(identityOf(visitor)));
}

/** Starts a session in which the visitor has agreed to the disclosure. */
export async function startVisit(api: VisitApi, visitor: Visitor, wish: Wish): Promise<Starting> {
  const { mode, language, previous } = wish;
  const result = await api.start({
    ...identityOf(visitor),
    mode,
    language,
    previous: previous ?? undefined,
    consent: true,
  });
  if (!result.ok) return judgeRefusal(result);
  const { session, token, events } = result.value;
  // The server is our own and of the same release: a visitor's reply holds visitor events.
  return {
    kind: 'started',
    id: session.id,
    token,
    language: session.language,
    events: events as unknown as VisitorEvent[],
  };
}

export function judgeDecision(result: Result<Decision>): Opening {
  if (!result.ok) return { kind: 'notice', notice: noticeOf(result) };
  const { serve, reason, presentation } = result.value;
  if (serve && presentation) return { kind: 'welcome', presentation };
  const isClosed = reason === 'INACTIVE' || reason === 'NO_VERSION';
  return { kind: 'notice', notice: isClosed ? 'inactive' : 'notServed' };
}

export function judgeRefusal(failure: Failure): Starting {
  const notice = noticeOf(failure);
  return notice === 'unreachable'
    ? { kind: 'failed', isBusy: failure.code === 'rate_limited' }
    : { kind: 'notice', notice };
}

function noticeOf({ code }: Failure): Notice {
  switch (code) {
    case 'not_found':
      return 'unknown';
    case 'identity_invalid':
      return 'identity';
    case 'not_served':
    case 'origin_refused':
      return 'notServed';
    default:
      return 'unreachable';
  }
}

/** What may travel of a visitor: attributes are at most 2000 characters long. */
function identityOf({ unitKey, identityToken, page }: Visitor) {
  const attributes = Object.fromEntries(Object.entries(page).map(([name, value]) => [name, value.slice(0, 2000)]));
  return { unitKey, page: attributes, ...(identityToken ? { identityToken } : {}) };
}
