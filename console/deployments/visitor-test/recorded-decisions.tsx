import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DecisionReply } from '../../../contract/rollout-decisions.ts';
import { Badge } from '../../ui/badge.tsx';
import { PagedTable } from '../../ui/paged-table.tsx';
import { PartHeading } from '../../ui/part-heading.tsx';
import type { Column } from '../../ui/table.tsx';
import { Ago } from '../../ui/time.tsx';
import { decisionsQuery } from '../deployment-queries.ts';
import { reasonWords } from './reason-words.ts';

/** What this visitor really got so far: the draws that were kept. */
export function RecordedDecisions({ deploymentId, unitKey }: { deploymentId: string; unitKey: string }) {
  const decisions = useInfiniteQuery(decisionsQuery(deploymentId, unitKey));
  return (
    <section className="grid gap-3">
      <PartHeading title="What was decided so far">For {unitKey}, newest first.</PartHeading>
      <PagedTable
        label="Recorded decisions"
        query={decisions}
        columns={columns}
        rowKey={({ id }) => id}
        empty={
          <p className="rounded-xl border border-line border-dashed px-4 py-3.5 text-soft">
            Nothing is recorded: this visitor has not come yet.
          </p>
        }
      />
    </section>
  );
}

const columns: Column<DecisionReply>[] = [
  { id: 'at', head: 'When', cell: ({ at }) => <Ago at={at} /> },
  {
    id: 'reason',
    head: 'Decision',
    cell: ({ serve, reason }) => <Badge tone={serve ? 'good' : 'plain'}>{reasonWords[reason]}</Badge>,
  },
  {
    id: 'bucket',
    head: 'Bucket',
    align: 'end',
    hiddenBelow: 'sm',
    cell: ({ bucket, percentage }) => (
      <span className="whitespace-nowrap tabular-nums">{`${bucket.toLocaleString()} at ${percentage} %`}</span>
    ),
  },
  { id: 'group', head: 'Group', hiddenBelow: 'md', cell: ({ group }) => group ?? '' },
  {
    id: 'session',
    head: 'Session',
    align: 'end',
    cell: ({ sessionId }) =>
      sessionId && (
        <Link to="/sessions/$sessionId" params={{ sessionId }} className="text-accent-text hover:underline">
          See it
        </Link>
      ),
  },
];
