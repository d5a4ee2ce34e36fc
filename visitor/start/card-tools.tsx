import { Icon } from '../icon.tsx';
import { closeOutline } from '../outlines.ts';
import { useSay } from '../words/words.ts';
import { backOutline } from './outlines.ts';

export interface CardToolsProps {
  readonly onBack?: (() => void) | null;
  readonly onClose: (() => void) | null;
}

/** The ways out of a card, in its upper corners. */
export function CardTools({ onBack = null, onClose }: CardToolsProps) {
  const say = useSay();
  return (
    <div class="card-tools">
      {onBack ? (
        <button type="button" class="icon-button" aria-label={say('back')} onClick={onBack}>
          <Icon outline={backOutline} isMirrored />
        </button>
      ) : (
        <span />
      )}
      {onClose && (
        <button type="button" class="icon-button" aria-label={say('close')} onClick={onClose}>
          <Icon outline={closeOutline} />
        </button>
      )}
    </div>
  );
}
