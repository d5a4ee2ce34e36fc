import { Icon } from '../icon.tsx';
import { safeLink } from '../markdown/safe-link.ts';
import { useSay } from '../words/words.ts';
import type { Entry } from './conversation.ts';

// Here and not among the chat's, which every visitor downloads.
const checkOutline = 'm5 12.5 4.5 4.5L19 7.5';
const outOutline = 'M9 6.5h8.5V15M17 7 6.5 17.5';

export interface ActionCardProps {
  readonly action: Extract<Entry, { kind: 'action' }>;
  readonly onFollow: () => void;
}

/** A call to action: a real link, whose following is told to the session. */
export function ActionCard({ action, onFollow }: ActionCardProps) {
  const say = useSay();
  const href = safeLink(action.url);
  return (
    <div class="action">
      {action.description && <p dir="auto">{action.description}</p>}
      {href && (
        <a
          class="button primary"
          href={href}
          target="_blank"
          rel="noopener noreferrer"
          onClick={onFollow}
          onAuxClick={onFollow}
        >
          <span dir="auto">{action.label}</span>
          <Icon outline={outOutline} isMirrored />
          <span class="for-ears">({say('opensInNewTab')})</span>
        </a>
      )}
      {action.isTaken && (
        <small>
          <Icon outline={checkOutline} /> {say('opened')}
        </small>
      )}
    </div>
  );
}
