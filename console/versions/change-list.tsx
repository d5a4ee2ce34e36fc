import { Badge } from '../ui/badge.tsx';

/** One change as a person reads it. */
export interface ChangeLine {
  readonly key: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly title: string;
  /** Which fields, with the texts before and after. */
  readonly details: readonly {
    readonly label: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

const tones = { added: 'good', removed: 'bad', changed: 'info' } as const;

/** What differs between two versions, change by change, below how much it is. */
export function ChangeList({ summary, lines }: { summary: string; lines: readonly ChangeLine[] }) {
  return (
    <div className="grid gap-2">
      <p className="text-soft">{summary}</p>
      {lines.length > 0 && (
        <ul className="grid gap-1.5">
          {lines.map((line) => (
            <li key={line.key} className="rounded-lg border border-line px-3 py-2">
              <Line line={line} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Line({ line: { change, title, details } }: { line: ChangeLine }) {
  return (
    <>
      <p className="flex items-center gap-2">
        <Badge tone={tones[change]}>{change}</Badge>
        <span className="min-w-0 truncate text-[0.8125rem]">{title}</span>
      </p>
      {details.length > 0 && (
        <dl className="mt-1.5 grid gap-1 text-[0.8125rem]">
          {details.map(({ label, before, after }) => (
            <div key={label} className="grid gap-0.5">
              <dt className="font-mono text-faint text-xs">{label}</dt>
              <dd className="grid gap-0.5 [overflow-wrap:anywhere]">
                {before !== null && (
                  <del className="line-clamp-4 whitespace-pre-wrap rounded bg-bad-soft px-1.5 text-bad no-underline">
                    <span className="sr-only">before: </span>
                    {before || '(empty)'}
                  </del>
                )}
                {after !== null && (
                  <ins className="line-clamp-4 whitespace-pre-wrap rounded bg-good-soft px-1.5 text-good no-underline">
                    <span className="sr-only">after: </span>
                    {after || '(empty)'}
                  </ins>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
