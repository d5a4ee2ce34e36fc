import type { ReactNode } from 'react';
import { classes } from './classes.ts';

/** A part of a page that belongs together. */
export function Card(props: {
  title?: string;
  description?: ReactNode;
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section className={classes('rounded-xl border border-line bg-surface shadow-card', props.className)}>
      {(props.title || props.actions) && (
        <header className="flex flex-wrap items-start gap-3 px-4 pt-4 sm:px-5">
          <div className="min-w-0 flex-1">
            <h2 className="font-semibold">{props.title}</h2>
            {props.description && <p className="mt-0.5 text-[0.8125rem] text-soft">{props.description}</p>}
          </div>
          {props.actions}
        </header>
      )}
      <div className="px-4 py-4 sm:px-5">{props.children}</div>
    </section>
  );
}
