import type { Dashboard } from '../../contract/dashboard.ts';
import { rateInWords } from './rate.ts';

const heightPx = 140;

/** Sessions of each day as bars, the achieved part at the foot, with the figures in a table behind it. */
export function TrendChart({ days }: Pick<Dashboard, 'days'>) {
  const most = Math.max(1, ...days.map(({ sessions }) => sessions));
  const height = (count: number) => `${(count / most) * 100}%`;
  return (
    <figure>
      <div aria-hidden className="flex items-end gap-0.5" style={{ height: heightPx }}>
        {days.map(({ day, sessions, achieved }) => (
          <div
            key={day}
            title={`${day}: ${sessions} sessions, ${achieved} achieved`}
            className="flex h-full flex-1 flex-col justify-end"
          >
            <div className="min-h-px rounded-t-sm bg-line-strong" style={{ height: height(sessions - achieved) }} />
            <div className="bg-accent" style={{ height: height(achieved) }} />
          </div>
        ))}
      </div>
      <div aria-hidden className="mt-1 flex justify-between text-faint text-xs">
        <span>{days[0]?.day}</span>
        <span>{days.at(-1)?.day}</span>
      </div>
      <figcaption className="mt-3 flex flex-wrap gap-4 text-soft text-xs">
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden className="size-2.5 rounded-sm bg-accent" /> Achieved
        </span>
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden className="size-2.5 rounded-sm bg-line-strong" /> All other sessions
        </span>
      </figcaption>
      <details className="mt-3 text-[0.8125rem]">
        <summary className="cursor-pointer text-soft hover:text-ink">The figures as a table</summary>
        <table className="mt-2 w-full text-left tabular-nums">
          <thead className="text-faint text-xs">
            <tr>
              <th className="py-1 font-medium">Day</th>
              <th className="py-1 text-right font-medium">Sessions</th>
              <th className="py-1 text-right font-medium">Achieved</th>
              <th className="py-1 text-right font-medium">Success</th>
            </tr>
          </thead>
          <tbody>
            {days.toReversed().map(({ day, sessions, achieved, successRate }) => (
              <tr key={day} className="border-line border-t">
                <th className="py-1 font-normal">{day}</th>
                <td className="py-1 text-right">{sessions}</td>
                <td className="py-1 text-right">{achieved}</td>
                <td className="py-1 text-right">{rateInWords({ successRate })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
