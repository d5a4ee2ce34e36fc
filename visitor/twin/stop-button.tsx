import { useState } from 'preact/hooks';
import { Icon } from '../icon.tsx';
import { useSay } from '../words/words.ts';

const stopOutline = 'M8 8h8v8H8Z';

export interface StopButtonProps {
  /** False when the server could not be told. */
  readonly stop: () => Promise<boolean>;
}

/** Stops the answer that is being written. */
export function StopButton({ stop }: StopButtonProps) {
  const say = useSay();
  const [isStopping, setStopping] = useState(false);
  const press = async () => {
    if (isStopping) return;
    setStopping(true);
    if (!(await stop())) setStopping(false);
  };
  return (
    <button type="button" class="send stop" aria-label={say('stop')} aria-disabled={isStopping} onClick={press}>
      <Icon outline={stopOutline} />
    </button>
  );
}
