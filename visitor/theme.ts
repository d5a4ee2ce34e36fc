import type { Presentation } from '../contract/visit.ts';
import { readableAs, readableOn } from '../core/appearance/contrast.ts';

/** The bubble colours of `page.css`, which links in the accent colour must be readable on. */
const bubble = { light: '#eef0f4', dark: '#2b2f38' };
const defaultAccent = '#3b5bdb';
const colour = /^#[0-9a-f]{6}$/i;

type Look = Pick<Presentation, 'accentColor' | 'backgroundColor' | 'theme'>;

/** The custom properties of a deployment's appearance; text on the accent is readable whatever the accent. */
export function themeProperties({ accentColor, backgroundColor }: Look): Readonly<Record<string, string>> {
  const accent = accentColor && colour.test(accentColor) ? accentColor : defaultAccent;
  return {
    '--accent': accent,
    '--on-accent': readableOn(accent),
    '--accent-text': `light-dark(${readableAs(accent, bubble.light)}, ${readableAs(accent, bubble.dark)})`,
    ...(backgroundColor && colour.test(backgroundColor) ? { '--backdrop': backgroundColor } : {}),
  };
}

/** Applies an appearance to the page by a style sheet of its own, which a strict content security policy allows. */
export function applyTheme(document: Document, look: Look): void {
  document.documentElement.dataset.theme = look.theme;
  const properties = Object.entries(themeProperties(look)).map(([name, value]) => `${name}:${value}`);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:root{${properties.join(';')}}`);
  document.adoptedStyleSheets = [sheet];
}
