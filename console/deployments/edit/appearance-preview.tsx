import { MessageCircle, SendHorizontal } from 'lucide-react';
import { type CSSProperties, useState } from 'react';
import type { DeploymentSettings } from '../../../contract/deployment-settings.ts';
import { readableOn } from '../../../core/appearance/contrast.ts';
import { classes } from '../../ui/classes.ts';

type Appearance = DeploymentSettings['appearance'];
const colour = /^#[0-9a-f]{6}$/i;

/** The conversation as visitors will see it, in the themes they may see it in. */
export function AppearancePreview({ appearance, name }: { appearance: Appearance; name: string }) {
  const { theme = 'system' } = appearance;
  const shown = theme === 'system' ? (['light', 'dark'] as const) : [theme];
  return (
    <section aria-label="Preview" className={classes('grid gap-3', shown.length > 1 && 'sm:grid-cols-2')}>
      {shown.map((scheme) => (
        <PreviewPage key={scheme} appearance={appearance} name={name} scheme={scheme} />
      ))}
    </section>
  );
}

/** Colours of the visitor page's two themes. */
const schemes = {
  light: {
    surface: '#ffffff',
    bubble: '#eef0f4',
    text: '#1b1e24',
    soft: '#5a6270',
    backdrop: '#f3f5f9',
    line: '#dfe3ea',
  },
  dark: {
    surface: '#16181d',
    bubble: '#2b2f38',
    text: '#eceef2',
    soft: '#a8b0bd',
    backdrop: '#0d0e11',
    line: '#343944',
  },
} as const;

function PreviewPage(props: { appearance: Appearance; name: string; scheme: 'light' | 'dark' }) {
  const { title, greeting, avatarUrl, accentColor, backgroundColor, launcherPosition } = props.appearance;
  const heading = title ?? props.name;
  const look = schemes[props.scheme];
  const accent = accentColor && colour.test(accentColor) ? accentColor : '#3b5bdb';
  const onAccent: CSSProperties = { background: accent, color: readableOn(accent) };
  const backdrop = backgroundColor && colour.test(backgroundColor) ? backgroundColor : look.backdrop;
  return (
    <div
      className="relative grid gap-3 overflow-hidden rounded-xl border border-line px-4 pt-4 pb-14"
      style={{ background: backdrop }}
    >
      <div
        className="grid gap-3 rounded-2xl p-3.5 text-[0.8125rem]"
        style={{ background: look.surface, color: look.text, boxShadow: `0 0 0 1px ${look.line}` }}
      >
        <p className="flex items-center gap-2.5">
          <PreviewAvatar url={avatarUrl} style={onAccent} letter={heading.charAt(0)} />
          <span className="min-w-0 truncate font-semibold text-sm">{heading}</span>
        </p>
        <p
          className="max-w-[85%] justify-self-start break-words rounded-2xl px-3 py-1.5"
          style={{ background: look.bubble }}
        >
          {greeting || 'Hello! How can we help?'}
        </p>
        <p className="max-w-[85%] justify-self-end rounded-2xl px-3 py-1.5" style={onAccent}>
          A visitor’s message
        </p>
        <p
          className="flex items-center justify-between rounded-full py-1 pr-1 pl-3"
          style={{ boxShadow: `inset 0 0 0 1px ${look.line}`, color: look.soft }}
        >
          Write a message
          <span aria-hidden className="grid size-6 place-items-center rounded-full" style={onAccent}>
            <SendHorizontal className="size-3.5" />
          </span>
        </p>
      </div>
      <span
        aria-hidden
        className={classes(
          'absolute bottom-3 grid size-9 place-items-center rounded-full shadow-float',
          launcherPosition === 'bottom-left' ? 'left-4' : 'right-4',
        )}
        style={onAccent}
      >
        <MessageCircle className="size-4.5" />
      </span>
    </div>
  );
}

/** A picture that cannot be shown gives way to a letter. */
function PreviewAvatar({ url, style, letter }: { url: string | undefined; style: CSSProperties; letter: string }) {
  const [broken, setBroken] = useState<string>();
  if (url && /^https?:\/\//i.test(url) && broken !== url) {
    return <img src={url} alt="" className="size-7 rounded-full object-cover" onError={() => setBroken(url)} />;
  }
  return (
    <span aria-hidden className="grid size-7 shrink-0 place-items-center rounded-full font-semibold" style={style}>
      {letter.toUpperCase()}
    </span>
  );
}
