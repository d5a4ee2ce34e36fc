import type { SessionEvent } from '../../core/session/session-event.ts';
import { Moment } from '../ui/moment.tsx';

/** Everything that happened, as it is recorded. */
export function EventLog({ events }: { events: readonly SessionEvent[] }) {
  return (
    <ol className="divide-y divide-line rounded-xl border border-line bg-surface shadow-card">
      {events.map(({ seq, at, type, ...rest }) => (
        <li key={seq}>
          <details className="group px-4 py-2">
            <summary className="flex items-baseline gap-3 rounded">
              <span className="w-8 shrink-0 text-right text-faint text-xs tabular-nums">{seq}</span>
              <span className="min-w-0 flex-1 truncate font-mono text-[0.8125rem]">{type}</span>
              <span className="text-faint text-xs">
                <Moment at={at} pattern="HH:mm:ss" />
              </span>
            </summary>
            <pre
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
              tabIndex={0}
              className="mt-2 ml-11 overflow-x-auto rounded-lg bg-sunken p-3 font-mono text-xs"
            >
              {JSON.stringify(rest, null, 2)}
            </pre>
          </details>
        </li>
      ))}
    </ol>
  );
}
