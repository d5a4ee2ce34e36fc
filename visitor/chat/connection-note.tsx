import { useEffect, useState } from 'preact/hooks';
import { useSay } from '../words/words.ts';

export interface ConnectionNoteProps {
  readonly isLost: boolean;
  readonly isOnline: boolean;
}

/** A short break is not worth a word. */
const patienceMs = 2500;

/** Says when the connection is lost for longer than a moment. */
export function ConnectionNote({ isLost, isOnline }: ConnectionNoteProps) {
  const say = useSay();
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    setLong(false);
    const timer = setTimeout(() => setLong(isLost), patienceMs);
    return () => clearTimeout(timer);
  }, [isLost]);
  return (
    <p class="connection" role="status">
      {!isOnline && say('offline')}
      {isOnline && isLong && say('reconnecting')}
    </p>
  );
}
