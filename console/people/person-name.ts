import type { PersonReply } from '../../contract/people.ts';

/** What a person is called as long as nobody knows better: name, email, or the beginning of a key. */
export function personName({ name, email, keys }: Pick<PersonReply, 'name' | 'email' | 'keys'>): string {
  return name ?? email ?? (keys[0] ? `Visitor ${keys[0].key.slice(0, 12)}` : 'Unnamed visitor');
}
