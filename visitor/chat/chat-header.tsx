import type { Appearance } from '../appearance.ts';
import { Avatar } from '../avatar.tsx';
import { Icon } from '../icon.tsx';
import { closeOutline } from '../outlines.ts';
import { useSay } from '../words/words.ts';

export interface ChatHeaderProps {
  readonly appearance: Appearance;
  readonly onEnd: (() => void) | null;
  readonly onClose: (() => void) | null;
}

export function ChatHeader({ appearance, onEnd, onClose }: ChatHeaderProps) {
  const say = useSay();
  return (
    <header class="chat-header">
      <Avatar url={appearance.avatarUrl} size="medium" />
      <h1 dir="auto">{appearance.title}</h1>
      {onEnd && (
        <button type="button" class="button quiet" onClick={onEnd}>
          {say('end')}
        </button>
      )}
      {onClose && (
        <button type="button" class="icon-button" aria-label={say('close')} onClick={onClose}>
          <Icon outline={closeOutline} />
        </button>
      )}
    </header>
  );
}
