import { createConversationFrame } from './conversation-frame.ts';
import type { ServedVisit } from './decide.ts';
import type { EmbedEvent } from './embed-event.ts';
import { createLauncher } from './launcher.ts';
import type { EmbedSettings } from './settings.ts';
import { createShell } from './shell.ts';

/** A conversation in a customer's page. */
export interface Widget {
  open(): void;
  close(): void;
  identify(identityToken: string): void;
  remove(): void;
}

/** Puts the conversation into the page: behind a launcher, inside an element, or over the page. The iframe is made when it is first shown. */
export function createWidget(settings: EmbedSettings, visit: ServedVisit, tell: (event: EmbedEvent) => void): Widget {
  const { mode } = settings;
  const shell = createShell(settings, visit.presentation);
  const launcher = mode === 'bubble' ? createLauncher(visit.presentation, () => (isOpen ? close() : open())) : null;
  let identityToken = settings.identityToken;
  let isOpen = false;

  const frame = createConversationFrame(
    settings,
    visit,
    () => identityToken,
    (message) => {
      if (message.type === 'close') close();
      if (message.type === 'unread') launcher?.showUnread(message.count);
      if (message.type === 'event') tell(message.name);
    },
  );

  function open(): void {
    if (isOpen) return;
    isOpen = true;
    if (!frame.element.isConnected) shell.panel.append(frame.element);
    shell.panel.hidden = false;
    launcher?.showOpen(true);
    frame.post({ type: 'opened' });
    if (mode !== 'inline') frame.element.focus();
    tell('opened');
  }

  function close(): void {
    if (!isOpen || mode === 'inline') return;
    isOpen = false;
    shell.panel.hidden = true;
    launcher?.showOpen(false);
    launcher?.button.focus();
    frame.post({ type: 'closed' });
    tell('closed');
  }

  shell.panel.addEventListener('keydown', ({ key }) => key === 'Escape' && close());
  if (launcher) shell.root.append(launcher.button);
  if (mode !== 'bubble') open();
  return {
    open,
    close,
    identify(token) {
      identityToken = token;
      if (frame.element.isConnected) frame.post({ type: 'identify', identityToken: token });
    },
    remove() {
      frame.dispose();
      shell.host.remove();
    },
  };
}
