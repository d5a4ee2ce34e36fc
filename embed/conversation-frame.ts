import {
  type FrameMessage,
  type HostMessage,
  isFrom,
  readFrameMessage,
  toEnvelope,
} from '../contract/embed-protocol.ts';
import type { ServedVisit } from './decide.ts';
import { keptTexts } from './kept-texts.ts';
import type { EmbedSettings } from './settings.ts';

/** The conversation in its iframe on our origin. */
export interface ConversationFrame {
  readonly element: HTMLIFrameElement;
  post(message: HostMessage): void;
  /** Stops listening. */
  dispose(): void;
}

/**
 * Makes the iframe. Once the conversation says that it is ready, it receives the unit key and the identity token
 * by a message to our origin alone; messages of any other window or origin are not heard.
 */
export function createConversationFrame(
  { origin, deployment, mode }: EmbedSettings,
  { unitKey, page, presentation }: ServedVisit,
  identityToken: () => string | null,
  hear: (message: FrameMessage) => void,
): ConversationFrame {
  const element = document.createElement('iframe');
  element.src = `${origin}/d/${encodeURIComponent(deployment)}?embed=1`;
  element.title = presentation.title;
  const waiting: HostMessage[] = [];
  const kept = keptTexts(deployment);
  let isReady = false;
  const post = (message: HostMessage) => {
    if (isReady) element.contentWindow?.postMessage(toEnvelope(message), origin);
    else waiting.push(message);
  };
  const listen = (event: MessageEvent) => {
    if (!isFrom(event, { origin, source: element.contentWindow })) return;
    const message = readFrameMessage(event.data);
    if (message?.type === 'keep') return kept.keep(message.name, message.text);
    if (message?.type !== 'ready') {
      if (message) hear(message);
      return;
    }
    // Said again after a reload of the iframe, which then knows nothing.
    isReady = true;
    const canClose = mode === 'bubble';
    post({ type: 'init', unitKey, identityToken: identityToken(), page, canClose, kept: kept.all() });
    for (const late of waiting.splice(0)) post(late);
  };
  addEventListener('message', listen);
  return { element, post, dispose: () => removeEventListener('message', listen) };
}
