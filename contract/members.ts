import * as z from 'zod/mini';
import { emailSchema, idParams, nameSchema, pageOf, pageQuery } from './common.ts';
import { endpoint } from './endpoint.ts';
import { roleSchema } from './scopes.ts';

export const memberSchema = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  joinedAt: z.string(),
});
export type MemberReply = z.infer<typeof memberSchema>;
export const invitationSchema = z.object({
  id: z.string(),
  email: z.nullable(z.string()),
  role: roleSchema,
  createdAt: z.string(),
  expiresAt: z.string(),
});
export type InvitationReply = z.infer<typeof invitationSchema>;
z.globalRegistry.add(memberSchema, { id: 'Member' });

const read = { kind: 'owner', scope: 'workspace:read' } as const;
const write = { kind: 'owner', scope: 'workspace:write' } as const;
const tag = 'Workspace';
const base = '/api/v1';

/** Who belongs to a workspace, and how somebody comes to. */
export const memberEndpoints = {
  listMembers: endpoint({
    id: 'listMembers',
    method: 'GET',
    path: `${base}/members`,
    summary: 'List members',
    tag,
    auth: read,
    query: pageQuery,
    status: 200,
    reply: pageOf(memberSchema),
  }),
  changeMemberRole: endpoint({
    id: 'changeMemberRole',
    method: 'PATCH',
    path: `${base}/members/:id`,
    summary: "Change a member's role; the last owner stays owner",
    tag,
    auth: write,
    params: idParams,
    body: z.strictObject({ role: roleSchema }),
    status: 200,
    reply: memberSchema,
  }),
  removeMember: endpoint({
    id: 'removeMember',
    method: 'DELETE',
    path: `${base}/members/:id`,
    summary: 'Remove a member; the last owner stays',
    tag,
    auth: write,
    params: idParams,
    status: 204,
  }),
  listInvitations: endpoint({
    id: 'listInvitations',
    method: 'GET',
    path: `${base}/invitations`,
    summary: 'List open invitations',
    tag,
    auth: read,
    query: pageQuery,
    status: 200,
    reply: pageOf(invitationSchema),
  }),
  inviteMember: endpoint({
    id: 'inviteMember',
    method: 'POST',
    path: `${base}/invitations`,
    summary:
      'Make a one-time link that lets somebody join with a role, and mail it where an email is given and mail is set up',
    tag,
    auth: write,
    body: z.strictObject({ role: roleSchema, email: z.optional(emailSchema) }),
    status: 201,
    reply: z.object({
      ...invitationSchema.shape,
      link: z.string(),
      /** Whether the link was mailed to the email. */
      isMailed: z.boolean(),
    }),
  }),
  withdrawInvitation: endpoint({
    id: 'withdrawInvitation',
    method: 'DELETE',
    path: `${base}/invitations/:id`,
    summary: 'Withdraw an invitation',
    tag,
    auth: write,
    params: idParams,
    status: 204,
  }),
  readInvitation: endpoint({
    id: 'readInvitation',
    method: 'POST',
    path: `${base}/invitations/read`,
    summary: 'What a one-time link offers',
    tag,
    auth: { kind: 'public' },
    body: z.strictObject({ token: z.string().check(z.maxLength(200)) }),
    status: 200,
    reply: z.object({ workspace: z.string(), role: roleSchema, email: z.nullable(z.string()), expiresAt: z.string() }),
  }),
  acceptInvitation: endpoint({
    id: 'acceptInvitation',
    method: 'POST',
    path: `${base}/invitations/accept`,
    summary: 'Create an account with a one-time link and sign in',
    tag,
    auth: { kind: 'public' },
    body: z.strictObject({
      token: z.string().check(z.maxLength(200)),
      name: nameSchema,
      email: emailSchema,
      password: z.string().check(z.minLength(10, 'must be at least 10 characters'), z.maxLength(200)),
    }),
    status: 201,
    reply: z.object({ userId: z.string(), role: roleSchema }),
  }),
};
