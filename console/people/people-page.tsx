import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { UsersRound } from 'lucide-react';
import type { PersonReply } from '../../contract/people.ts';
import { Page } from '../shell/page.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PagedTable } from '../ui/paged-table.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { type Column, rowLinkClasses } from '../ui/table.tsx';
import { Ago } from '../ui/time.tsx';
import { peopleQuery } from './people-queries.ts';
import { personName } from './person-name.ts';

const route = getRouteApi('/shell/people');

/** Everybody who has had a session, last seen first. */
export function PeoplePage() {
  const { q } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Page title="People" description="Who talked with you, and what is known of them.">
      <search className="mb-4 flex">
        <SearchField
          label="Search names and email addresses"
          className="max-w-sm"
          value={q ?? ''}
          onSearch={(text) => void navigate({ search: { q: text || undefined }, replace: true })}
        />
      </search>
      <PagedTable
        label="People"
        query={useInfiniteQuery({ ...peopleQuery(q), placeholderData: keepPreviousData })}
        columns={columns}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={UsersRound} title={q ? 'Nobody by that name' : 'Nobody yet'}>
            {q
              ? 'No name and no email address holds these words.'
              : 'A person is remembered from their first session on, at first without a name.'}
          </EmptyState>
        }
      />
    </Page>
  );
}

const columns: Column<PersonReply>[] = [
  {
    id: 'name',
    head: 'Name',
    cell: (person) => (
      <Link to="/people/$personId" params={{ personId: person.id }} className={`${rowLinkClasses} break-words`}>
        {personName(person)}
      </Link>
    ),
  },
  {
    id: 'email',
    head: 'Email',
    hiddenBelow: 'sm',
    className: 'break-all text-soft',
    cell: ({ email }) => email,
  },
  {
    id: 'sessions',
    head: 'Sessions',
    align: 'end',
    cell: ({ sessionCount }) => <span className="tabular-nums">{sessionCount}</span>,
  },
  { id: 'seen', head: 'Last seen', className: 'text-soft', cell: ({ lastSeenAt }) => <Ago at={lastSeenAt} /> },
];
