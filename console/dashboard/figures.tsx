import { Link } from '@tanstack/react-router';
import type { SessionCounts } from '../../contract/dashboard.ts';
import type { SessionFilter } from '../sessions/session-filter.ts';
import { rateInWords, rateNote } from './rate.ts';

export interface FiguresProps {
  counts: SessionCounts;
  /** The sessions that were counted. */
  counted: SessionFilter;
}

/** The span in four figures, each with its sessions behind it; what is not judged is never hidden. */
export function Figures({ counts, counted }: FiguresProps) {
  const running = counts.sessions - counts.ended;
  const figures = [
    {
      name: 'Sessions',
      value: counts.sessions.toLocaleString(),
      note: running > 0 ? `${running.toLocaleString()} still running` : 'All have ended',
      behind: counted,
    },
    {
      name: 'Success rate',
      value: rateInWords(counts),
      note: rateNote(counts),
      behind: { ...counted, outcome: 'achieved' },
    },
    {
      name: 'Not judged',
      value: counts.unjudged.toLocaleString(),
      note: 'Ended, and nobody has said how it went',
      behind: { ...counted, outcome: 'unjudged' },
    },
    {
      name: 'Too short',
      value: counts.tooShort.toLocaleString(),
      note: 'The visitor never wrote',
      behind: { ...counted, outcome: 'tooShort' },
    },
  ] as const;
  return (
    <dl className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      {figures.map(({ name, value, note, behind }) => (
        <div
          key={name}
          className="relative rounded-xl border border-line bg-surface px-4 py-3 shadow-card transition-colors hover:bg-hover"
        >
          <dt className="text-[0.8125rem] text-soft">{name}</dt>
          <dd className="mt-1 font-semibold text-2xl tabular-nums">
            <Link to="/sessions" search={behind} className="after:absolute after:inset-0 after:rounded-xl">
              {value}
              <span className="sr-only">, see the sessions</span>
            </Link>
          </dd>
          <dd className="mt-1 text-faint text-xs">{note}</dd>
        </div>
      ))}
    </dl>
  );
}
