import type { ReactNode } from 'react';
import { ConnectionBanner } from '../shell/connection-banner.tsx';
import { Mark } from '../shell/mark.tsx';

/** The frame of the pages before the console. */
export function WayIn(props: { title: string; intro?: ReactNode; children: ReactNode; footer?: ReactNode }) {
  return (
    <main className="flex min-h-dvh flex-col">
      <title>{`${props.title} · Parley`}</title>
      <ConnectionBanner />
      <div className="m-auto w-full max-w-100 px-4 py-10">
        <Mark className="mb-6 size-10" />
        <h1 className="font-semibold text-2xl">{props.title}</h1>
        {props.intro && <div className="mt-2 text-pretty text-soft">{props.intro}</div>}
        <div className="mt-6">{props.children}</div>
        {props.footer && <p className="mt-6 text-[0.8125rem] text-soft">{props.footer}</p>}
      </div>
    </main>
  );
}

export const textLinkClasses =
  'rounded font-medium text-accent-text underline decoration-accent/40 underline-offset-3 hover:decoration-accent';
