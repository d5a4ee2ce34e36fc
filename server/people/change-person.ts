import { AppError, notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import { audit } from '../ports/audit.ts';
import type { Context } from '../ports/context.ts';
import type { PersonRecord } from '../ports/store/people-store.ts';
import type { Transaction } from '../ports/store/store.ts';

type Changes = Pick<Context, 'store' | 'clock' | 'ids'>;

export function changePerson(
  ctx: Changes,
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

/** What was known and done as one person is the other's from then on. */
export function mergePerson(ctx: Changes, actor: Actor, id: string, into: string): Promise<PersonRecord> {
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

/** A given name must be the person's name, or else email, or else id. */
export function erasePerson(ctx: Changes, actor: Actor, id: string, confirmName?: string): Promise<void> {
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

async function lockedPerson({ people }: Transaction, id: string): Promise<PersonRecord> {
  const person = await people.lock(id);
  if (!person) throw notFound('person');
  return person;
}

function intoProblem(message: string): AppError {
  return new AppError('invalid_request', 'The person cannot be merged into that one.', {
    problems: [{ field: 'into', message }],
  });
}
