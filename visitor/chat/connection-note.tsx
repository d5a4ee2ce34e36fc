import { useEffect, useState } from 'preact/hooks';
import { useSay } from '../words/words.ts';
import type { ChatView } from './open-chat.ts';

/** A short break is not worth a word. */
const patienceMs = 2500;

/** Says when the connection is lost for longer than a moment. */
export function ConnectionNote({ connection }: Pick<ChatView, 'connection'>) {
  const say = useSay();
  const [isLong, setLong] = useState(false);
  const isLost = connection === 'lost';
  useEffect(() => {
    if (!isLost) return setLong(false);
    const timer = setTimeout(() => setLong(true), navigator.onLine ? patienceMs : 0);
    return () => clearTimeout(timer);
  }, [isLost]);
  return (
    <p class="connection" role="status">
      {isLong && say(navigator.onLine ? 'reconnecting' : 'offline')}
    </p>
  );
}
