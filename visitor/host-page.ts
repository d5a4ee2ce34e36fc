import {
  type FrameMessage,
  type HostMessage,
  isFrom,
  readHostMessage,
  type Sender,
  toEnvelope,
} from '../contract/embed-protocol.ts';
import type { ChatView } from './chat/open-chat.ts';
import { createHostStorage } from './host-storage.ts';
import type { TextStorage } from './storage.ts';
import { createHostTeller } from './tell-host.ts';

export type HostInit = Extract<HostMessage, { type: 'init' }>;

/** The customer's page around this one. */
export interface HostPage {
  readonly init: HostInit;
  /** Kept by the host, for a browser that gives an iframe no storage of its own. */
  readonly storage: TextStorage;
  post(message: FrameMessage): void;
  hear(listener: (message: HostMessage) => void): () => void;
  /** Keeps the host informed of the chat. */
  watch(view: ChatView): void;
}

/**
 * Meets the page that shows this one in its iframe. The first page that introduces itself from the parent window
 * is the host; its origin is fixed from then on. Who may embed at all is the server's decision (`frame-ancestors`).
 */
export function meetHostPage(page: Window): Promise<HostPage> {
  const { parent } = page;
  return new Promise((resolve) => {
    const introduced = (event: MessageEvent) => {
      const message = event.source === parent ? readHostMessage(event.data) : null;
      if (message?.type !== 'init') return;
      page.removeEventListener('message', introduced);
      resolve(hostPage(page, message, { origin: event.origin, source: parent }));
    };
    page.addEventListener('message', introduced);
    // Holds nothing that another origin must not read: the host is not known yet.
    parent.postMessage(toEnvelope({ type: 'ready' }), '*');
  });
}

function hostPage(page: Window, init: HostInit, host: Sender): HostPage {
  const post = (message: FrameMessage) => page.parent.postMessage(toEnvelope(message), host.origin);
  const hear: HostPage['hear'] = (listener) => {
    const listen = (event: MessageEvent) => {
      const message = isFrom(event, host) ? readHostMessage(event.data) : null;
      if (message) listener(message);
    };
    page.addEventListener('message', listen);
    return () => page.removeEventListener('message', listen);
  };
  const teller = createHostTeller(post);
  hear(({ type }) => {
    if (type === 'opened' || type === 'closed') teller.hearOpen(type === 'opened');
  });
  return { init, storage: createHostStorage(init.kept, post), post, hear, watch: teller.watch };
}
