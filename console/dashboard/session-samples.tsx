import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SessionSummary } from '../../contract/sessions.ts';
import { useCan } from '../access/workspace-queries.ts';
import { OutcomeBadge } from '../sessions/outcome-badge.tsx';
import type { SessionFilter } from '../sessions/session-filter.ts';
import { VerdictButtons } from '../sessions/verdict-buttons.tsx';
import { Card } from '../ui/card.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Ago } from '../ui/time.tsx';
import { samplesQuery } from './dashboard-queries.ts';

export interface SessionSamplesProps {
  title: string;
  filter: SessionFilter;
  /** How many there are in all. */
  count?: number;
  /** What to say while there is none. */
  none: string;
}

/** The newest few sessions of a kind, to be opened; those nobody has judged can be judged here by members who may. */
export function SessionSamples({ title, filter, count, none }: SessionSamplesProps) {
  const { data } = useQuery(samplesQuery(filter));
  return (
    <Card
      title={count === undefined ? title : `${title} (${count.toLocaleString()})`}
      actions={
        <Link to="/sessions" search={filter} className="text-[0.8125rem] text-accent-text hover:underline">
          All<span className="sr-only">: {title.toLowerCase()}</span>
        </Link>
      }
    >
      {!data && <Skeleton className="h-24" />}
      {data?.items.length === 0 && <p className="text-soft">{none}</p>}
      <ul className="grid grid-cols-1 gap-3">
        {data?.items.map((session) => (
          <li key={session.id}>
            <Sample session={session} filter={filter} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Sample({ session, filter }: { session: SessionSummary; filter: SessionFilter }) {
  const canJudge = useCan('sessions:write');
  const { id, deployment, personName, preview, startedAt, evaluation } = session;
  return (
    <div className="grid grid-cols-1 gap-1.5">
      <div className="flex items-center gap-3">
        <Link
          to="/sessions/$sessionId"
          params={{ sessionId: id }}
          search={filter}
          className="min-w-0 flex-1 hover:underline"
        >
          <span className="block truncate">{preview ?? 'Nothing written yet'}</span>
          <span className="block truncate text-faint text-xs">
            {personName ?? 'Unknown visitor'} · {deployment.name} · <Ago at={startedAt} />
          </span>
        </Link>
        {!filter.outcome && evaluation && <OutcomeBadge outcome={evaluation.outcome} />}
      </div>
      {filter.outcome === 'unjudged' && canJudge && (
        <VerdictButtons session={session} question={`How did it go with “${preview ?? 'no message'}”?`} />
      )}
    </div>
  );
}
