import { useEffect, useRef } from 'preact/hooks';
import type { EndReason } from '../../core/session/session-event.ts';
import { useSay } from '../words/words.ts';

/** After the end: why, and a way to begin again. Without a reason the session is gone. */
export function EndedPanel({ endReason, onStartNew }: { endReason: EndReason | null; onStartNew: () => void }) {
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
