import { Icon } from '../icon.tsx';
import { safeLink } from '../markdown/safe-link.ts';
import { checkOutline, outOutline } from '../outlines.ts';
import { useSay } from '../words/words.ts';
import type { Entry } from './conversation.ts';

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
