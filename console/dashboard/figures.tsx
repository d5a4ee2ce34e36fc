import type { SessionCounts } from '../../contract/dashboard.ts';
import { rateInWords, rateNote } from './rate.ts';

/** The span in four figures; what is not judged stands beside the rate and is never hidden. */
export function Figures({ counts }: { counts: SessionCounts }) {
  const running = counts.sessions - counts.ended;
  const figures = [
    { name: 'Sessions', value: counts.sessions, note: running > 0 ? `${running} still running` : 'All have ended' },
    { name: 'Success rate', value: rateInWords(counts), note: rateNote(counts) },
    { name: 'Not judged', value: counts.unjudged, note: 'Ended, and nobody has said how it went' },
    { name: 'Too short', value: counts.tooShort, note: 'The visitor never wrote' },
  ];
  return (
    <dl className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      {figures.map(({ name, value, note }) => (
        <div key={name} className="rounded-xl border border-line bg-surface px-4 py-3 shadow-card">
          <dt className="text-[0.8125rem] text-soft">{name}</dt>
          <dd className="mt-1 font-semibold text-2xl tabular-nums">{value}</dd>
          <dd className="mt-1 text-faint text-xs">{note}</dd>
        </div>
      ))}
    </dl>
  );
}
