import { AppError } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import { audit } from '../ports/audit.ts';
import type { Context } from '../ports/context.ts';
import { lockedPerson } from './locked-person.ts';

/** A given name must be the person's name, or else email, or else id. */
export function erasePerson(
  ctx: Pick<Context, 'store' | 'clock' | 'ids'>,
  actor: Actor,
  id: string,
  confirmName?: string,
): Promise<void> {
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    const person = await lockedPerson(transaction, id);
    const name = person.name ?? person.email ?? person.id;
    if (confirmName !== undefined && confirmName !== name) {
      throw new AppError('name_mismatch', 'The name does not match the person, so nothing was erased.', {
        problems: [{ field: 'confirmName', message: `must be "${name}"` }],
      });
    }
    await transaction.people.erase(id);
    await audit(ctx, transaction, actor, { action: 'person.erased', subjectId: id });
  });
}
