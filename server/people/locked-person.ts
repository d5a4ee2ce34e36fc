import { notFound } from '../errors.ts';
import type { PersonRecord } from '../ports/store/people-store.ts';
import type { Transaction } from '../ports/store/store.ts';

/** The person, whom nobody else changes until the transaction ends. */
export async function lockedPerson({ people }: Transaction, id: string): Promise<PersonRecord> {
  const person = await people.lock(id);
  if (!person) throw notFound('person');
  return person;
}
