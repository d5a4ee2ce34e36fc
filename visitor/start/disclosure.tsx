import { useState } from 'preact/hooks';
import type { Presentation } from '../../contract/visit.ts';
import { Icon } from '../icon.tsx';
import { sparkOutline } from '../outlines.ts';
import { useSay } from '../words/words.ts';
import { eyeOutline } from './outlines.ts';

export interface DisclosureProps {
  readonly subject: Presentation['subject'];
  readonly trouble: 'startFailed' | 'tooBusy' | null;
  readonly onStart: () => Promise<void>;
}

/** What the visitor must know before the start, and the button by which they agree. */
export function Disclosure({ subject, trouble, onStart }: DisclosureProps) {
  const say = useSay();
  const [isStarting, setStarting] = useState(false);
  const start = async () => {
    if (isStarting) return;
    setStarting(true);
    await onStart();
    setStarting(false);
  };
  return (
    <section class="disclosure">
      <ul id="disclosure">
        <li>
          <Icon outline={sparkOutline} />
          <span>{say(subject === 'twin' ? 'disclosureTwin' : 'disclosureFlow')}</span>
        </li>
        <li>
          <Icon outline={eyeOutline} />
          <span>{say('disclosureRecorded')}</span>
        </li>
      </ul>
      <button
        type="button"
        class="button primary wide"
        aria-describedby="disclosure consent"
        aria-disabled={isStarting}
        onClick={start}
      >
        {say(isStarting ? 'starting' : 'start')}
      </button>
      <p id="consent" class="consent">
        {say('disclosureConsent')}
      </p>
      <p role="alert" class="trouble">
        {trouble && say(trouble)}
      </p>
    </section>
  );
}
