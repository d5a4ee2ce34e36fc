/**
 * What a customer's page and the conversation in its iframe say to each other by `postMessage`.
 * Both sides check the origin and the source of every message before they read it; the unit key and the
 * identity token travel only here, never in an address.
 */
export const protocolVersion = 1;

/** What the customer's page says of itself, for page rules of the audience. */
export interface HostPage {
  readonly url: string;
  readonly title: string;
  readonly referrer: string;
}

/** From the customer's page to the conversation. */
export type HostMessage =
  | {
      readonly type: 'init';
      readonly unitKey: string;
      readonly identityToken: string | null;
      readonly page: HostPage;
      /** Whether the conversation should offer a button that closes it. */
      readonly canClose: boolean;
      /** What the conversation had this page keep, by name. */
      readonly kept: Readonly<Record<string, string>>;
    }
  | { readonly type: 'identify'; readonly identityToken: string }
  | { readonly type: 'opened' }
  | { readonly type: 'closed' };

export const frameEvents = ['sessionStarted', 'sessionEnded', 'messageReceived'] as const;
export type FrameEvent = (typeof frameEvents)[number];

/** From the conversation to the customer's page. */
export type FrameMessage =
  /** The conversation listens now and asks for `init`. */
  | { readonly type: 'ready' }
  | { readonly type: 'close' }
  | { readonly type: 'unread'; readonly count: number }
  /** Asks the page to keep a text, or with null to forget it, because the browser gives the iframe no storage. */
  | { readonly type: 'keep'; readonly name: string; readonly text: string | null }
  | { readonly type: 'event'; readonly name: FrameEvent };

/** The part of a `MessageEvent` that says who sent it. */
export interface Sender {
  readonly origin: string;
  readonly source: unknown;
}

/** Whether a message comes from exactly the window and origin expected. */
export function isFrom(event: Sender, expected: Sender): boolean {
  return event.source !== null && event.source === expected.source && event.origin === expected.origin;
}

/** Wraps a message for `postMessage`, so that it cannot be mistaken for another library's. */
export function toEnvelope(message: HostMessage | FrameMessage): object {
  return { parley: protocolVersion, ...message };
}

/** The customer's page's message in `data`, or null for anything else. */
export function readHostMessage(data: unknown): HostMessage | null {
  if (!isEnvelope(data)) return null;
  switch (data.type) {
    case 'init':
      return readInit(data);
    case 'identify':
      return isText(data.identityToken) ? { type: 'identify', identityToken: data.identityToken } : null;
    case 'opened':
    case 'closed':
      return { type: data.type };
    default:
      return null;
  }
}

/** The conversation's message in `data`, or null for anything else. */
export function readFrameMessage(data: unknown): FrameMessage | null {
  if (!isEnvelope(data)) return null;
  switch (data.type) {
    case 'ready':
    case 'close':
      return { type: data.type };
    case 'unread':
      return Number.isSafeInteger(data.count) ? { type: 'unread', count: Number(data.count) } : null;
    case 'keep': {
      const { name, text } = data;
      return isText(name) && (text === null || isText(text)) ? { type: 'keep', name, text } : null;
    }
    case 'event': {
      const name = frameEvents.find((known) => known === data.name);
      return name ? { type: 'event', name } : null;
    }
    default:
      return null;
  }
}

function readInit(data: Record<string, unknown>): HostMessage | null {
  const { unitKey, identityToken, page, canClose, kept } = data;
  if (!isText(unitKey) || !isRecord(page)) return null;
  const said = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    type: 'init',
    unitKey,
    identityToken: isText(identityToken) ? identityToken : null,
    page: { url: said(page.url), title: said(page.title), referrer: said(page.referrer) },
    canClose: canClose === true,
    kept: isRecord(kept) ? textsOf(kept) : {},
  };
}

function textsOf(record: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).filter((entry): entry is [string, string] => isText(entry[1])));
}

function isEnvelope(data: unknown): data is Record<string, unknown> {
  return isRecord(data) && data.parley === protocolVersion;
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
