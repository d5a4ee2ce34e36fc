import { notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import type { Context } from '../ports/context.ts';
import type { Page, PageRequest } from '../ports/store/common.ts';
import type { PersonRecord } from '../ports/store/people-store.ts';

export function listPeople(
  ctx: Pick<Context, 'store'>,
  actor: Actor,
  filter: { q?: string },
  page: PageRequest,
): Promise<Page<PersonRecord>> {
  return ctx.store.read(actor.workspaceId, (reader) => reader.people.list(filter, page));
}

export async function getPerson(ctx: Pick<Context, 'store'>, actor: Actor, id: string): Promise<PersonRecord> {
  const person = await ctx.store.read(actor.workspaceId, (reader) => reader.people.find(id));
  if (!person) throw notFound('person');
  return person;
}
