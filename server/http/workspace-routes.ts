import type { FastifyInstance } from 'fastify';
import type { Scope } from '../../contract/scopes.ts';
import { workspaceEndpoints } from '../../contract/workspace.ts';
import { createApiKey, listApiKeys, revokeApiKey } from '../access/api-keys.ts';
import { hasMembers } from '../access/has-members.ts';
import { deleteSecret, listSecrets, saveSecret } from '../access/secrets.ts';
import { changeWorkspace, getWorkspace, listAudit } from '../access/workspace.ts';
import { seedDemo } from '../demo/seed-demo.ts';
import { AppError } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import type { ApiKeyRecord } from '../ports/store/workspace-store.ts';
import { demoSteps } from './demo-steps.ts';
import type { HttpDeps } from './deps.ts';
import { mounter } from './mounter.ts';
import { pageOf } from './page-of.ts';
import type { Limits } from './rate-limits.ts';

export function workspaceRoutes(app: FastifyInstance, deps: HttpDeps, limits: Limits): void {
  const { ctx } = deps;
  const mount = mounter(app, deps, [limits.ownerCalls]);
  const at = workspaceEndpoints;
  mount(at.getWorkspace, async ({ actor }) => {
    const { kind, name, role } = actor;
    const sendsMail = ctx.mailer !== null;
    return {
      ...(await getWorkspace(ctx, actor)),
      sendsMail,
      caller: { kind, name, role, scopes: actor.scopes as Scope[] },
    };
  });
  mount(at.readWayIn, async ({ raw: { headers } }) => {
    const isSignedIn = headers.cookie !== undefined && (await deps.auth.sessionOf(headers)) !== null;
    return { isSignedIn, hasMembers: isSignedIn || (await hasMembers(ctx)) };
  });
  mount(at.changeWorkspace, ({ actor, body }) => changeWorkspace(ctx, actor, body));
  mount(at.addDemo, async ({ actor }) => {
    const added = await seedDemo(demoSteps(ctx, actor), async () => !(await hasFlows(ctx, actor)));
    if (added) return added;
    throw new AppError('conflict', 'The demo is for a workspace without flows; this one has some.');
  });
  mount(at.listApiKeys, async ({ actor, query }) => {
    const page = await listApiKeys(ctx, actor, pageOf(query));
    return { ...page, items: page.items.map(presentKey) };
  });
  mount(at.createApiKey, async ({ actor, body }) => {
    const { key, ...record } = await createApiKey(ctx, actor, body);
    return { ...presentKey(record), key };
  });
  mount(at.revokeApiKey, ({ actor, params }) => revokeApiKey(ctx, actor, params.id));
  mount(at.listAudit, ({ actor, query }) => listAudit(ctx, actor, pageOf(query)));
  mount(at.listSecrets, ({ actor, query }) => listSecrets(ctx, actor, pageOf(query)));
  mount(at.saveSecret, ({ actor, params, body }) => saveSecret(ctx, actor, { ...params, ...body }));
  mount(at.deleteSecret, ({ actor, params }) => deleteSecret(ctx, actor, params.name));
}

async function hasFlows({ store }: HttpDeps['ctx'], actor: Actor): Promise<boolean> {
  const { items } = await store.read(actor.workspaceId, (reader) => reader.flows.list({}, { limit: 1 }));
  return items.length > 0;
}

function presentKey(record: ApiKeyRecord) {
  return { ...record, scopes: record.scopes as Scope[] };
}
