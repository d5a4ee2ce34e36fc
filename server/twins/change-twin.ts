import { emptyTwin, type Persona, type TwinContent, type TwinRule } from '../../core/twin/twin.ts';
import { draftChanged, inUse, notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import { audit } from '../ports/audit.ts';
import type { Context } from '../ports/context.ts';
import type { Transaction } from '../ports/store/store.ts';
import type { TwinRecord } from '../ports/store/twin-store.ts';
import { existingTwin, existingTwinVersion } from './read-twins.ts';
import { contentOfVersion } from './twin-version.ts';

type Changes = Pick<Context, 'store' | 'clock' | 'ids'>;

/** Creates a twin whose draft is empty but for its name. */
export function createTwin(ctx: Changes, actor: Actor, { name }: { name: string }): Promise<TwinRecord> {
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    const twin = { id: ctx.ids.next('twn'), name, content: emptyTwin(name), at: ctx.clock.now(), by: actor };
    const created = await transaction.twins.create(twin);
    await audit(ctx, transaction, actor, { action: 'twin.created', subjectId: created.id, fields: ['name'] });
    return created;
  });
}

export function renameTwin(ctx: Changes, actor: Actor, id: string, name: string): Promise<TwinRecord> {
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    if (!(await transaction.twins.rename(id, name, ctx.clock.now()))) throw notFound('twin');
    await audit(ctx, transaction, actor, { action: 'twin.renamed', subjectId: id, fields: ['name'] });
    return existingTwin(transaction.twins, id);
  });
}

/** Deletes a twin with its versions, unless a deployment or a flow uses it. */
export function deleteTwin(ctx: Changes, actor: Actor, id: string): Promise<void> {
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    if (!(await transaction.twins.lockDraft(id))) throw notFound('twin');
    const uses = await transaction.twins.usesOf(id);
    if (uses.length > 0) throw inUse('twin', uses);
    await transaction.twins.remove(id);
    await audit(ctx, transaction, actor, { action: 'twin.deleted', subjectId: id });
  });
}

/** Replaces the draft when it is still at the revision the caller read; rules that are not given stay. */
export function saveTwinDraft(
  ctx: Changes,
  actor: Actor,
  twinId: string,
  input: { revision: number; persona: Persona; knowledgeRules?: TwinRule[]; styleRules?: TwinRule[] },
): Promise<{ revision: number; updatedAt: string }> {
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    const { draft } = await existingTwin(transaction.twins, twinId);
    const content = {
      persona: input.persona,
      knowledgeRules: input.knowledgeRules ?? draft.knowledgeRules,
      styleRules: input.styleRules ?? draft.styleRules,
    };
    const revision = await writeDraft(ctx, transaction, actor, twinId, { revision: input.revision, content });
    await audit(ctx, transaction, actor, { action: 'twin.draftSaved', subjectId: twinId, fields: ['draft'] });
    return { revision, updatedAt: ctx.clock.now().toISOString() };
  });
}

/** Puts a version's persona and rules back into the draft. */
export function restoreTwinVersion(
  ctx: Changes,
  actor: Actor,
  twinId: string,
  input: { revision: number; number: number },
): Promise<TwinRecord> {
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    await existingTwin(transaction.twins, twinId);
    const content = contentOfVersion(await existingTwinVersion(transaction.twins, twinId, input.number));
    await writeDraft(ctx, transaction, actor, twinId, { revision: input.revision, content });
    await audit(ctx, transaction, actor, { action: 'twin.versionRestored', subjectId: twinId, fields: ['draft'] });
    return existingTwin(transaction.twins, twinId);
  });
}

async function writeDraft(
  ctx: Changes,
  transaction: Transaction,
  actor: Actor,
  twinId: string,
  input: { revision: number; content: TwinContent },
): Promise<number> {
  const saved = await transaction.twins.saveDraft({ id: twinId, ...input, at: ctx.clock.now(), by: actor });
  if (!saved) throw notFound('twin');
  if (saved.stale) throw draftChanged(saved.draft, input.revision);
  return saved.revision;
}
