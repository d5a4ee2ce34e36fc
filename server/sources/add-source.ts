import { AppError, invalidField } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import { audit } from '../ports/audit.ts';
import type { Context } from '../ports/context.ts';
import type { SourceRecord } from '../ports/store/source-store.ts';
import type { Transaction } from '../ports/store/store.ts';

/** What every way to add a source is given. */
export interface NewSource {
  readonly name: string;
  readonly personId?: string;
  readonly personAccess?: 'mentioned' | 'internal';
}

type Origin = Pick<SourceRecord, 'kind' | 'status'> &
  Partial<Pick<SourceRecord, 'fileId' | 'sizeBytes' | 'url' | 'hint'>>;

/** Adds a source without a text, if one more may be there and its person is one of the workspace. */
export async function addSource(
  ctx: Pick<Context, 'clock' | 'ids' | 'sourceLimits'>,
  transaction: Transaction,
  actor: Actor,
  { name, personId, personAccess }: NewSource,
  origin: Origin,
): Promise<SourceRecord> {
  refuseFull(ctx, await transaction.sources.countToAdd());
  if (personId === undefined && personAccess !== undefined) throw invalidField('personAccess', 'goes with personId');
  if (personId !== undefined && !(await transaction.people.find(personId))) {
    throw invalidField('personId', 'must be the id of a person of this workspace');
  }
  const source = await transaction.sources.create({
    fileId: null,
    sizeBytes: null,
    mediaType: null,
    url: null,
    hint: null,
    ...origin,
    id: ctx.ids.next('src'),
    name,
    personId: personId ?? null,
    personAccess: personId === undefined ? null : (personAccess ?? 'internal'),
    createdAt: ctx.clock.now().toISOString(),
  });
  await audit(ctx, transaction, actor, { action: 'source.created', subjectId: source.id, fields: ['name'] });
  return source;
}

/** Refuses one source more than there may be. */
export function refuseFull({ sourceLimits }: Pick<Context, 'sourceLimits'>, count: number): void {
  if (count < sourceLimits.sources) return;
  throw new AppError(
    'source_limit',
    `This workspace has ${count} sources; at most ${sourceLimits.sources} are kept. Delete some that are not used any more, or raise PARLEY_SOURCES_MAX.`,
  );
}
