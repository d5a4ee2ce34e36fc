import { notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import { audit } from '../ports/audit.ts';
import type { Context } from '../ports/context.ts';
import type { Page, PageRequest } from '../ports/store/common.ts';
import type { FactRecord } from '../ports/store/people-store.ts';

export function listFacts(
  ctx: Pick<Context, 'store'>,
  { workspaceId }: Actor,
  personId: string,
  page: PageRequest,
): Promise<Page<FactRecord>> {
  return ctx.store.read(workspaceId, async ({ people }) => {
    if (!(await people.find(personId))) throw notFound('person');
    return people.listFacts(personId, page);
  });
}

export function forgetFact(
  ctx: Pick<Context, 'store' | 'clock' | 'ids'>,
  actor: Actor,
  personId: string,
  factId: string,
): Promise<void> {
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    if (!(await transaction.people.forgetFact(personId, factId))) throw notFound('fact');
    await audit(ctx, transaction, actor, { action: 'person.factForgotten', subjectId: personId });
  });
}
