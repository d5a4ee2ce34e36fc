import type { Actor } from '../ports/actor.ts';
import { audit } from '../ports/audit.ts';
import type { Context } from '../ports/context.ts';
import type { PersonRecord } from '../ports/store/people-store.ts';
import { lockedPerson } from './locked-person.ts';

export function changePerson(
  ctx: Pick<Context, 'store' | 'clock' | 'ids'>,
  actor: Actor,
  id: string,
  details: { name?: string | null | undefined; email?: string | null | undefined },
): Promise<PersonRecord> {
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    const person = await lockedPerson(transaction, id);
    const { name = person.name, email = person.email } = details;
    await transaction.people.change(id, { name, email });
    await audit(ctx, transaction, actor, {
      action: 'person.changed',
      subjectId: id,
      fields: [...(name === person.name ? [] : ['name']), ...(email === person.email ? [] : ['email'])],
    });
    return { ...person, name, email };
  });
}
