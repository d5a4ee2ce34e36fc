import type { ComponentChildren } from 'preact';
import { Avatar } from '../avatar.tsx';
import { useSay } from '../words/words.ts';

export interface BubbleProps {
  readonly from: 'agent' | 'visitor' | 'member';
  /** First of several in a row from the same side. */
  readonly isFirst: boolean;
  readonly avatarUrl: string | null;
  /** Fills the width, as media and cards do. */
  readonly isWide?: boolean;
  readonly children: ComponentChildren;
}

const names = { agent: 'assistant', visitor: 'you', member: 'teamMember' } as const;

/** One utterance, with who said it: a picture for the eye, a name for the ear. */
export function Bubble({ from, isFirst, avatarUrl, isWide = false, children }: BubbleProps) {
  const say = useSay();
  return (
    <div class={`entry from-${from}${isFirst ? ' first' : ''}`}>
      {from !== 'visitor' && <span class="entry-side">{isFirst && <Avatar url={avatarUrl} />}</span>}
      <div class={isWide ? 'wide-bubble' : 'bubble'}>
        <span class="for-ears">{say(names[from])}: </span>
        {children}
      </div>
    </div>
  );
}
