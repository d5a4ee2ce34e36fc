import { AppError } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import { audit } from '../ports/audit.ts';
import type { Context } from '../ports/context.ts';
import type { PersonRecord } from '../ports/store/people-store.ts';
import { lockedPerson } from './locked-person.ts';

/** What was known and done as one person is the other's from then on. */
export function mergePerson(
  ctx: Pick<Context, 'store' | 'clock' | 'ids'>,
  actor: Actor,
  id: string,
  into: string,
): Promise<PersonRecord> {
  if (id === into) throw intoProblem('must be another person');
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    // Two merges of the same two lock them in the same order.
    for (const each of [id, into].toSorted()) await transaction.people.lock(each);
    await lockedPerson(transaction, id);
    if (!(await transaction.people.find(into))) throw intoProblem('must be the id of a person of this workspace');
    await transaction.people.join(id, into);
    await audit(ctx, transaction, actor, { action: 'person.merged', subjectId: into });
    return lockedPerson(transaction, into);
  });
}

function intoProblem(message: string): AppError {
  return new AppError('invalid_request', 'The person cannot be merged into that one.', {
    problems: [{ field: 'into', message }],
  });
}
