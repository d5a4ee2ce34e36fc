import type { Presentation } from '../../contract/visit.ts';
import { readableAs, readableOn } from '../../core/appearance/contrast.ts';
import type { Appearance } from '../appearance.ts';

/** The bubble colours of `base.css`, which links in the accent colour must be readable on. */
const bubble = { light: '#eef0f4', dark: '#2b2f38' };
const defaultAccent = '#3b5bdb';
const colour = /^#[0-9a-f]{6}$/i;

type Look = Pick<Presentation, 'title' | 'avatarUrl' | 'accentColor' | 'backgroundColor' | 'theme'>;

/** A deployment's appearance; text on the accent is readable whatever the accent. */
export function appearanceOf({ title, avatarUrl, accentColor, backgroundColor, theme }: Look): Appearance {
  const accent = accentColor && colour.test(accentColor) ? accentColor : defaultAccent;
  const properties = {
    '--accent': accent,
    '--on-accent': readableOn(accent),
    '--accent-text': `light-dark(${readableAs(accent, bubble.light)}, ${readableAs(accent, bubble.dark)})`,
    ...(backgroundColor && colour.test(backgroundColor) ? { '--backdrop': backgroundColor } : {}),
  };
  return { title, avatarUrl, theme, properties };
}
