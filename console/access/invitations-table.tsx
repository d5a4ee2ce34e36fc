import { useInfiniteQuery } from '@tanstack/react-query';
import { type InvitationReply, memberEndpoints } from '../../contract/members.ts';
import { api } from '../api/api.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import { notifyDone } from '../ui/notify.ts';
import { PagedTable } from '../ui/paged-table.tsx';
import { actionsColumn, type Column } from '../ui/table.tsx';
import { Ago } from '../ui/time.tsx';
import { roleWords } from './role-words.ts';
import { invitationsQuery } from './workspace-queries.ts';

/** Links that nobody has used yet. */
export function InvitationsTable() {
  const invitations = useInfiniteQuery(invitationsQuery);
  if (!invitations.data?.length) return null;
  return (
    <section aria-label="Open invitations">
      <h2 className="mb-3 font-semibold">Open invitations</h2>
      <PagedTable label="Open invitations" query={invitations} columns={columns} rowKey={({ id }) => id} />
    </section>
  );
}

const columns: Column<InvitationReply>[] = [
  { id: 'email', head: 'For', cell: ({ email }) => email ?? <span className="text-soft">Whoever has the link</span> },
  { id: 'role', head: 'Role', cell: ({ role }) => roleWords[role].title },
  {
    id: 'expires',
    head: 'Expires',
    hiddenBelow: 'sm',
    className: 'text-soft',
    cell: ({ expiresAt }) => <Ago at={expiresAt} />,
  },
  actionsColumn((invitation) => <Withdraw invitation={invitation} />),
];

function Withdraw({ invitation }: { invitation: InvitationReply }) {
  const withdraw = useAction({
    run: () => api.call(memberEndpoints.withdrawInvitation, { params: { id: invitation.id } }),
    refresh: [['invitations']],
    failure: 'The invitation still stands',
    onDone: () => notifyDone('The invitation was withdrawn'),
  });
  return (
    <Button look="quiet" size="small" isBusy={withdraw.isPending} onClick={() => withdraw.mutate()}>
      Withdraw<span className="sr-only"> the invitation {invitation.email ? `for ${invitation.email}` : ''}</span>
    </Button>
  );
}
