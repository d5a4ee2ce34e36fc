import { Link, type LinkProps, useMatch } from '@tanstack/react-router';
import { ChevronLeft } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { classes } from '../ui/classes.ts';

export interface PageProps {
  title: string;
  description?: ReactNode;
  /** Stands before the title, such as a badge after it would. */
  badge?: ReactNode;
  actions?: ReactNode;
  /** The page above this one. */
  back?: { label: string; link: LinkProps };
  /** `full` gives the page all the room, without padding: for a canvas. */
  width?: 'normal' | 'narrow' | 'full';
  children: ReactNode;
}

/** A page: its title in the window and on top, with what can be done. Keyboard and screen reader start at the title. */
export function Page({ title, description, badge, actions, back, width = 'normal', children }: PageProps) {
  const heading = useFocusOnArrival();
  return (
    <div className={classes('flex w-full flex-1 flex-col', widths[width])}>
      <title>{`${title} · Parley`}</title>
      <header
        className={classes('flex flex-wrap items-start gap-x-4 gap-y-3', width === 'full' ? 'px-4 py-3' : 'pb-5')}
      >
        <div className="min-w-0 flex-1 basis-60">
          {back && (
            <Link
              {...back.link}
              className="-ml-1 mb-1 inline-flex items-center gap-0.5 rounded text-[0.8125rem] text-soft hover:text-ink"
            >
              <ChevronLeft aria-hidden className="size-4" />
              {back.label}
            </Link>
          )}
          <div className="flex flex-wrap items-center gap-2.5">
            <h1 ref={heading} tabIndex={-1} data-page-title className="min-w-0 break-words font-semibold text-xl">
              {title}
            </h1>
            {badge}
          </div>
          {description && <p className="mt-1 max-w-prose text-pretty text-soft">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

const widths = {
  normal: 'mx-auto max-w-6xl px-4 py-6 md:px-8 md:py-8',
  narrow: 'mx-auto max-w-3xl px-4 py-6 md:px-8 md:py-8',
  full: '',
} as const;

let pathBefore: string | undefined;

/** Moves the focus to the title when another page has come, not when this is the first one. */
function useFocusOnArrival() {
  const heading = useRef<HTMLHeadingElement>(null);
  // Of this page: the address changes before the page that is left goes away.
  const pathname = useMatch({ strict: false, select: (match) => match.pathname });
  useEffect(() => {
    if (pathBefore !== undefined && pathBefore !== pathname) heading.current?.focus({ preventScroll: true });
    pathBefore = pathname;
  }, [pathname]);
  return heading;
}
