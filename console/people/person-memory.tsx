import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { NotebookPen } from 'lucide-react';
import { type FactReply, peopleEndpoints } from '../../contract/people.ts';
import { useCan, useWorkspace } from '../access/workspace-queries.ts';
import { api } from '../api/api.ts';
import { ConfirmAction } from '../ui/confirm-action.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { notifyDone } from '../ui/notify.ts';
import { PagedTable } from '../ui/paged-table.tsx';
import { PartHeading } from '../ui/part-heading.tsx';
import { RowAction } from '../ui/row-action.tsx';
import { actionsColumn, type Column } from '../ui/table.tsx';
import { Ago } from '../ui/time.tsx';
import { factsQuery } from './people-queries.ts';

/** What twins have learned about a person, each fact with the turn it came from, and the way to have it forgotten. */
export function PersonMemory({ personId }: { personId: string }) {
  const canForget = useCan('people:write');
  const { sharesMemory } = useWorkspace();
  const forgetColumn = actionsColumn<FactReply>((fact) => (
    <RowAction label="Forget" name={fact.text}>
      {(onClose) => <ForgetDialog personId={personId} fact={fact} onClose={onClose} />}
    </RowAction>
  ));
  return (
    <section id="memory" className="grid min-w-0 scroll-mt-18 grid-cols-1 gap-4">
      <PartHeading title="Memory">
        What this person said about themselves, as twins noted it. A model is told the newest facts in later talks
        {sharesMemory ? ', whichever twin noted them.' : ': of each twin, those it noted itself.'}
      </PartHeading>
      <div>
        <PagedTable
          label="Facts about this person"
          query={useInfiniteQuery(factsQuery(personId))}
          columns={canForget ? [factColumn, forgetColumn] : [factColumn]}
          rowKey={({ id }) => id}
          empty={
            <EmptyState isFramed icon={NotebookPen} title="Nothing learned yet">
              A twin with a model notes what people say about themselves.
            </EmptyState>
          }
        />
      </div>
    </section>
  );
}

const factColumn: Column<FactReply> = {
  id: 'fact',
  head: 'Fact',
  cell: ({ text, twin, at, sessionId, seq }) => (
    <>
      <p dir="auto" className="wrap-anywhere">
        {text}
      </p>
      <p className="wrap-anywhere mt-0.5 text-[0.8125rem] text-faint">
        <NotedBy twin={twin} />, <Ago at={at} />, in{' '}
        <Link
          to="/sessions/$sessionId"
          params={{ sessionId }}
          hash={`event-${seq}`}
          hashScrollIntoView={{ block: 'center' }}
          className={linkClasses}
        >
          this session
        </Link>
      </p>
    </>
  ),
};

function NotedBy({ twin: { id, name } }: Pick<FactReply, 'twin'>) {
  if (name === null) return 'A deleted twin';
  return (
    <Link to="/twins/$twinId" params={{ twinId: id }} className={linkClasses}>
      {name}
    </Link>
  );
}

const linkClasses = 'text-accent-text underline underline-offset-2';

function ForgetDialog(props: { personId: string; fact: FactReply; onClose: () => void }) {
  const { personId, fact, onClose } = props;
  return (
    <ConfirmAction
      title="Forget this fact?"
      action="Forget fact"
      run={() => api.call(peopleEndpoints.forgetFact, { params: { id: personId, factId: fact.id } })}
      refresh={[factsQuery(personId).queryKey]}
      onDone={() => notifyDone('The fact was forgotten')}
      onClose={onClose}
    >
      <p dir="auto" className="wrap-anywhere text-ink">
        {fact.text}
      </p>
      <p>
        No twin is told it from now on, and it cannot be brought back. The transcript of the session it was said in
        keeps it.
      </p>
    </ConfirmAction>
  );
}
