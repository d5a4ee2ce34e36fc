import type { ReactNode } from 'react';

/** A part of a page that scrolls by itself, by keyboard too. */
export function ScrollRegion(props: { label: string; className: string; children: ReactNode }) {
  return (
    <section
      aria-label={props.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className={`${props.className} overflow-y-auto focus-visible:-outline-offset-2`}
    >
      {props.children}
    </section>
  );
}
