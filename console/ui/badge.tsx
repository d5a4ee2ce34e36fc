import type { ReactNode } from 'react';
import { classes } from './classes.ts';

export type Tone = keyof typeof tones;

/** A word about a thing's state. The tone says it again in colour, never alone. */
export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={classes(
        'inline-flex h-5.5 items-center gap-1 whitespace-nowrap rounded-full px-2 font-medium text-xs [&_svg]:size-3',
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}

const tones = {
  plain: 'bg-sunken text-soft',
  accent: 'bg-accent-soft text-accent-text',
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  info: 'bg-info-soft text-info',
} as const;
