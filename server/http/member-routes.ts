import type { FastifyInstance } from 'fastify';
import { memberEndpoints } from '../../contract/members.ts';
import {
  acceptInvitation,
  inviteMember,
  listInvitations,
  readInvitation,
  withdrawInvitation,
} from '../access/invitations.ts';
import { mailInvitation } from '../access/mail-invitation.ts';
import { changeMemberRole, listMembers, removeMember } from '../access/members.ts';
import type { HttpDeps } from './deps.ts';
import { mounter } from './mounter.ts';
import { pageOf } from './page-of.ts';
import type { Limits } from './rate-limits.ts';

export function memberRoutes(app: FastifyInstance, deps: HttpDeps, limits: Limits): void {
  const { ctx } = deps;
  const mount = mounter(app, deps, [limits.ownerCalls]);
  const at = memberEndpoints;
  mount(at.listMembers, ({ actor, query }) => listMembers(ctx, actor, pageOf(query)));
  mount(at.changeMemberRole, ({ actor, params, body }) => changeMemberRole(ctx, actor, params.id, body.role));
  mount(at.removeMember, ({ actor, params }) => removeMember(ctx, actor, params.id));
  mount(at.listInvitations, ({ actor, query }) => listInvitations(ctx, actor, pageOf(query)));
  mount(at.inviteMember, async ({ actor, body }) => {
    const invitation = await inviteMember(ctx, actor, body);
    return { ...invitation, isMailed: await mailInvitation(ctx, actor, invitation) };
  });
  mount(at.withdrawInvitation, ({ actor, params }) => withdrawInvitation(ctx, actor, params.id));
  const once = [limits.invitationsPerAddress];
  mount(at.readInvitation, ({ body }) => readInvitation(ctx, body.token), once);
  mount(
    at.acceptInvitation,
    async ({ body, reply }) => {
      const accepted = await acceptInvitation(ctx, body);
      const cookies = await deps.auth.signIn(body.email, body.password);
      if (cookies) reply.header('set-cookie', cookies);
      return accepted;
    },
    once,
  );
}
