import { useInfiniteQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { type MemberReply, memberEndpoints } from '../../contract/members.ts';
import type { Role } from '../../contract/scopes.ts';
import { api } from '../api/api.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmAction } from '../ui/confirm-action.tsx';
import { notifyDone } from '../ui/notify.ts';
import { PagedTable } from '../ui/paged-table.tsx';
import { RowAction } from '../ui/row-action.tsx';
import { Select } from '../ui/select.tsx';
import { actionsColumn, type Column } from '../ui/table.tsx';
import { Ago } from '../ui/time.tsx';
import { InvitationsTable } from './invitations-table.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { roleOptions } from './role-options.ts';
import { roleWords } from './role-words.ts';
import { membersQuery, useCan } from './workspace-queries.ts';

/** Who belongs to the workspace, and who is invited. */
export function MembersSettings() {
  const canChange = useCan('workspace:write');
  const members = useInfiniteQuery(membersQuery);
  const [isInviting, setInviting] = useState(false);
  const columns: Column<MemberReply>[] = [
    {
      id: 'name',
      head: 'Member',
      cell: ({ name, email }) => (
        <>
          <span className="block font-medium">{name}</span>
          <span className="block break-all text-[0.8125rem] text-soft">{email}</span>
        </>
      ),
    },
    {
      id: 'role',
      head: 'Role',
      className: 'w-36',
      cell: (member) => (canChange ? <RoleSelect member={member} /> : roleWords[member.role].title),
    },
    {
      id: 'joined',
      head: 'Joined',
      hiddenBelow: 'sm',
      className: 'text-soft',
      cell: ({ joinedAt }) => <Ago at={joinedAt} />,
    },
    ...(canChange ? [removeColumn] : []),
  ];
  return (
    <div className="grid gap-8">
      <section aria-label="Members">
        <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
          <h2 className="font-semibold">Members</h2>
          {canChange && (
            <Button look="main" onClick={() => setInviting(true)}>
              <UserPlus aria-hidden />
              Invite
            </Button>
          )}
        </div>
        <PagedTable label="Members" query={members} columns={columns} rowKey={({ userId }) => userId} />
      </section>
      {canChange && <InvitationsTable />}
      {isInviting && <InviteDialog onClose={() => setInviting(false)} />}
    </div>
  );
}

function RoleSelect({ member }: { member: MemberReply }) {
  const change = useAction({
    run: (role: Role) => api.call(memberEndpoints.changeMemberRole, { params: { id: member.userId }, body: { role } }),
    refresh: [['members'], ['workspace']],
    failure: 'The role is unchanged',
    onDone: ({ role, name }) =>
      notifyDone(`${name} is ${roleWords[role].title.toLowerCase()} now`, {
        undo: role === member.role ? undefined : () => change.mutate(member.role),
      }),
  });
  return (
    <Select
      aria-label={`Role of ${member.name}`}
      value={change.isPending ? change.variables : member.role}
      options={roleOptions}
      onChange={(event) => change.mutate(event.target.value as Role)}
    />
  );
}

const removeColumn = actionsColumn<MemberReply>(({ userId, name }) => (
  <RowAction label="Remove" name={name}>
    {(onClose) => (
      <ConfirmAction
        title={`Remove ${name}?`}
        action="Remove member"
        run={() => api.call(memberEndpoints.removeMember, { params: { id: userId } })}
        refresh={[['members']]}
        onClose={onClose}
        onDone={() => notifyDone(`${name} was removed`)}
      >
        <p>They can no longer see or change this workspace. What they made stays.</p>
      </ConfirmAction>
    )}
  </RowAction>
));
