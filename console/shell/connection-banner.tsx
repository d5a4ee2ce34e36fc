import { useQueryClient } from '@tanstack/react-query';
import { WifiOff } from 'lucide-react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { connection } from '../api/connection.ts';

/** Says that the server cannot be reached, as long as that is so, and asks everything again afterwards. */
export function ConnectionBanner() {
  const isLost = useSyncExternalStore(connection.subscribe, connection.isLost);
  const queries = useQueryClient();
  const wasLost = useRef(false);
  useEffect(() => {
    if (wasLost.current && !isLost) void queries.invalidateQueries();
    wasLost.current = isLost;
  }, [isLost, queries]);
  return (
    <div role="status" className="sticky top-13 z-20 md:top-0">
      {isLost && (
        <p className="flex items-center gap-2 bg-warn-soft px-4 py-2 text-warn">
          <WifiOff aria-hidden className="size-4 shrink-0" />
          The connection to the server is lost. What you see may be old; nothing you typed is lost.
        </p>
      )}
    </div>
  );
}
