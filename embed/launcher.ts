import type { Presentation } from '../contract/visit.ts';
import { launcherWords } from './launcher-words.ts';

/** The round button that opens and closes the conversation. */
export interface Launcher {
  readonly button: HTMLButtonElement;
  showOpen(isOpen: boolean): void;
  showUnread(count: number): void;
}

const outlines = {
  chat: 'M4 5.5h16a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-8.5L7 20.5v-4H4a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1Z',
  down: 'm6 9.5 6 6 6-6',
};

export function createLauncher({ title }: Presentation, onPress: () => void): Launcher {
  const words = launcherWords(document.documentElement.lang || navigator.language);
  const button = document.createElement('button');
  const icon = svg('path');
  const dot = document.createElement('span');
  let isOpen = false;
  let unread = 0;

  function show(): void {
    button.setAttribute('aria-expanded', String(isOpen));
    button.setAttribute(
      'aria-label',
      `${isOpen ? words.close : words.open}: ${title}${unread > 0 ? ` (${words.unread}: ${unread})` : ''}`,
    );
    icon.setAttribute('d', isOpen ? outlines.down : outlines.chat);
    dot.hidden = unread === 0;
  }

  button.type = 'button';
  button.className = 'launcher';
  button.setAttribute('aria-controls', 'panel');
  button.setAttribute('aria-haspopup', 'dialog');
  dot.className = 'unread';
  const picture = svg('svg');
  picture.setAttribute('viewBox', '0 0 24 24');
  picture.setAttribute('aria-hidden', 'true');
  picture.append(icon);
  button.append(picture, dot);
  button.addEventListener('click', onPress);
  show();
  return {
    button,
    showOpen(nowOpen) {
      isOpen = nowOpen;
      show();
    },
    showUnread(count) {
      unread = count;
      show();
    },
  };
}

function svg(name: 'svg' | 'path'): SVGElement {
  return document.createElementNS('http://www.w3.org/2000/svg', name);
}
