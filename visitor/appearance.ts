import type { Presentation } from '../contract/visit.ts';

/** How a deployment looks, ready to be shown. */
export interface Appearance {
  readonly title: string;
  readonly avatarUrl: string | null;
  readonly theme: Presentation['theme'];
  /** Custom properties for the page's style sheet. */
  readonly properties: Readonly<Record<string, string>>;
}

/** Gives the page a deployment's name and look, by a style sheet of its own, which a strict content security policy allows. */
export function showAppearance(document: Document, { title, theme, properties }: Appearance): void {
  document.title = title;
  document.documentElement.dataset.theme = theme;
  const sheet = new CSSStyleSheet();
  const declarations = Object.entries(properties).map(([name, value]) => `${name}:${value}`);
  sheet.replaceSync(`:root{${declarations.join(';')}}`);
  document.adoptedStyleSheets = [sheet];
}
