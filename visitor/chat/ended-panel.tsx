import { useEffect, useRef } from 'preact/hooks';
import type { EndReason } from '../../core/session/session-event.ts';
import { useSay } from '../words/words.ts';

export interface EndedPanelProps {
  /** Null when the session is gone. */
  readonly endReason: EndReason | null;
  readonly onStartNew: () => void;
}

/** After the end: why, and a way to begin again. */
export function EndedPanel({ endReason, onStartNew }: EndedPanelProps) {
  const say = useSay();
  const reason = useRef<HTMLParagraphElement>(null);
  useEffect(() => reason.current?.focus({ preventScroll: true }), []);
  return (
    <section class="ended">
      <p ref={reason} tabIndex={-1} role="status">
        {say(endReason ?? 'gone')}
      </p>
      <button type="button" class="button primary" onClick={onStartNew}>
        {say('startNew')}
      </button>
    </section>
  );
}
