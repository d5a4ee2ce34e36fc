import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { OutcomeBadge } from '../sessions/outcome-badge.tsx';
import { Card } from '../ui/card.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Ago } from '../ui/time.tsx';
import { samplesQuery } from './dashboard-queries.ts';

export interface SessionSamplesProps {
  title: string;
  deployment?: string;
  outcome?: 'achieved' | 'notAchieved';
  /** What to say while there is none. */
  none: string;
}

/** The newest few sessions of a kind, to be opened. */
export function SessionSamples({ title, deployment, outcome, none }: SessionSamplesProps) {
  const { data } = useQuery(samplesQuery(deployment, outcome));
  return (
    <Card
      title={title}
      actions={
        <Link
          to="/sessions"
          search={{ deployment, outcome }}
          className="text-[0.8125rem] text-accent-text hover:underline"
        >
          All
        </Link>
      }
    >
      {!data && <Skeleton className="h-24" />}
      {data?.items.length === 0 && <p className="text-soft">{none}</p>}
      <ul className="grid gap-2.5">
        {data?.items.map(({ id, deployment: { name }, startedAt, evaluation, messageCount }) => (
          <li key={id} className="flex items-center gap-3">
            <Link to="/sessions/$sessionId" params={{ sessionId: id }} className="min-w-0 flex-1 hover:underline">
              <span className="block truncate">{name}</span>
              <span className="block text-faint text-xs">
                <Ago at={startedAt} /> · {messageCount} messages
              </span>
            </Link>
            {!outcome && evaluation && <OutcomeBadge outcome={evaluation.outcome} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}
