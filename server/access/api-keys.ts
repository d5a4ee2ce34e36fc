import type { Scope } from '../../contract/scopes.ts';
import { notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import { audit } from '../ports/audit.ts';
import type { Context } from '../ports/context.ts';
import type { Page, PageRequest } from '../ports/store/common.ts';
import type { ApiKeyRecord } from '../ports/store/workspace-store.ts';
import { requireGrantable } from './authenticate.ts';

type Changes = Pick<Context, 'store' | 'clock' | 'ids'>;

/** How much of a key is kept readable, to recognise it by. */
const prefixLength = 6;

export function listApiKeys(ctx: Pick<Context, 'store'>, actor: Actor, page: PageRequest): Promise<Page<ApiKeyRecord>> {
  return ctx.store.read(actor.workspaceId, (reader) => reader.workspace.listApiKeys(page));
}

/** Makes a key. Only its digest is stored, so this is the one time it can be shown. A given key is used as it is. */
export async function createApiKey(
  ctx: Changes,
  actor: Actor,
  input: { name: string; scopes: readonly Scope[]; key?: string },
): Promise<ApiKeyRecord & { key: string }> {
  requireGrantable(actor, input.scopes);
  const key = input.key ?? ctx.ids.secret('pk_');
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    const record = await transaction.workspace.addApiKey({
      id: ctx.ids.next('key'),
      name: input.name,
      prefix: key.slice(0, prefixLength),
      keyHash: ctx.ids.digest(key),
      scopes: [...new Set(input.scopes)],
      at: ctx.clock.now(),
    });
    await audit(ctx, transaction, actor, {
      action: 'apiKey.created',
      subjectId: record.id,
      fields: ['name', 'scopes'],
    });
    return { ...record, key };
  });
}

export function revokeApiKey(ctx: Changes, actor: Actor, id: string): Promise<void> {
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    if (!(await transaction.workspace.removeApiKey(id))) throw notFound('API key');
    await audit(ctx, transaction, actor, { action: 'apiKey.revoked', subjectId: id });
  });
}
