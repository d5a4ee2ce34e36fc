import type { Presentation } from '../contract/visit.ts';
import { readableOn } from '../core/appearance/contrast.ts';
import type { EmbedSettings } from './settings.ts';
import styles from './widget.css?inline';

/** The element that holds everything of ours in a customer's page, apart from its styles. */
export interface Shell {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly panel: HTMLElement;
}

const tag = 'parley-conversation';
const defaultAccent = '#3b5bdb';
const colour = /^#[0-9a-f]{6}$/i;

/** Makes the element and puts it in its place. Styles are adopted sheets, which a strict content security policy allows. */
export function createShell({ mode, target }: EmbedSettings, presentation: Presentation): Shell {
  // Defined so that the page's own "not defined" styles never hide it.
  if (!customElements.get(tag)) customElements.define(tag, class extends HTMLElement {});
  const host = document.createElement(tag);
  host.setAttribute('data-mode', mode);
  host.setAttribute('data-position', presentation.launcherPosition);
  host.setAttribute('data-theme', presentation.theme);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheetOf(styles), sheetOf(accentRule(presentation.accentColor))];
  const panel = document.createElement('div');
  panel.className = 'panel';
  panel.id = 'panel';
  panel.hidden = true;
  if (mode === 'bubble') {
    panel.setAttribute('role', 'dialog');
    panel.setAttribute('aria-label', presentation.title);
  }
  root.append(panel);
  const place = (mode === 'inline' && target && document.querySelector(target)) || document.body;
  place.append(host);
  return { host, root, panel };
}

function accentRule(given: string | null): string {
  const accent = given && colour.test(given) ? given : defaultAccent;
  return `:host{--accent:${accent};--on-accent:${readableOn(accent)}}`;
}

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
