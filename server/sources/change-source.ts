import type { SourceReply } from '../../contract/sources.ts';
import { AppError, invalidField, notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import { audit } from '../ports/audit.ts';
import type { Context } from '../ports/context.ts';
import type { SourceRecord, SourceWriter } from '../ports/store/source-store.ts';
import { type IndexedSourceText, indexedOwnText, putInForce, refuseLong } from './new-text.ts';
import { presentSource } from './present-source.ts';
import { existingSource } from './read-sources.ts';

type Changing = Pick<Context, 'store' | 'clock' | 'ids' | 'passageIndex' | 'sourceLimits'>;

export interface SourceChange {
  readonly name?: string;
  readonly hint?: string;
  readonly personAccess?: 'mentioned' | 'internal';
  readonly text?: string;
  /** The revision whose text was edited. */
  readonly revision?: number;
}

/** Renames a source, edits its text, or changes how it is read and used. An edit of another text than the one in force is refused. */
export async function changeSource(
  ctx: Changing,
  actor: Actor,
  id: string,
  change: SourceChange,
): Promise<SourceReply> {
  refuseHalfEdit(change);
  if (change.text !== undefined) refuseLong(ctx, change.text);
  // Whoever came in between has had a change kept, so that somebody always gets on.
  for (;;) {
    const next = await nextText(ctx, actor, id, change);
    const reply = await ctx.store.write(actor.workspaceId, async (transaction) => {
      const { sources } = transaction;
      const source = await lockFor(sources, id, change);
      if (!isStillNext(next, source, change)) return null;
      const { name, hint, personAccess } = change;
      await sources.change(id, { name, hint, personAccess, at: ctx.clock.now() });
      if (next) await putChangedText(ctx, sources, actor, source, change, next);
      const fields = Object.keys(change).filter((field) => field !== 'revision');
      await audit(ctx, transaction, actor, { action: 'source.changed', subjectId: id, fields });
      return presentSource(sources, await existingSource(sources, id));
    });
    if (reply) return reply;
  }
}

/** The text that a change leads to, made before anything is locked: that takes a while where it is long. */
interface NextText {
  /** What it was made of. */
  readonly name: string;
  readonly revision: number;
  readonly indexed: IndexedSourceText;
}

/** Null where the text stays. A text is found by the name of its source too, so that a new name is a new revision of the same text. */
async function nextText(ctx: Changing, actor: Actor, id: string, change: SourceChange): Promise<NextText | null> {
  const found = await ctx.store.read(actor.workspaceId, async ({ sources }) => {
    const source = await existingSource(sources, id);
    refuseUnfitting(source, change);
    const { revision } = source;
    if (revision === null || !changesText(source, change)) return null;
    const text = change.text ?? (await sources.textOf({ sourceId: id, revision })) ?? '';
    return { name: change.name ?? source.name, revision, text };
  });
  if (!found) return null;
  const { name, revision, text } = found;
  return { name, revision, indexed: await indexedOwnText(ctx, name, text) };
}

async function lockFor(sources: SourceWriter, id: string, change: SourceChange): Promise<SourceRecord> {
  const source = await sources.lock(id);
  if (!source) throw notFound('source');
  refuseUnfitting(source, change);
  return source;
}

function isStillNext(next: NextText | null, source: SourceRecord, change: SourceChange): boolean {
  if (source.revision === null || !changesText(source, change)) return next === null;
  return next?.revision === source.revision && next.name === (change.name ?? source.name);
}

function changesText(source: SourceRecord, { name = source.name, text }: SourceChange): boolean {
  return text !== undefined || name !== source.name;
}

async function putChangedText(
  ctx: Changing,
  sources: SourceWriter,
  actor: Actor,
  { id: sourceId, status, progress, error, retryAt }: SourceRecord,
  { text }: SourceChange,
  { indexed }: NextText,
): Promise<void> {
  const at = ctx.clock.now();
  await putInForce(sources, { sourceId, ...indexed, at, by: actor });
  if (text === undefined) await sources.setStatus(sourceId, { status, progress, error, retryAt, at });
}

function refuseHalfEdit({ text, revision }: SourceChange): void {
  if (text !== undefined && revision === undefined) {
    throw invalidField('revision', 'must be the revision whose text was edited');
  }
  if (text === undefined && revision !== undefined) throw invalidField('text', 'goes with revision');
}

function refuseUnfitting(source: SourceRecord, change: SourceChange): void {
  if (change.hint !== undefined && source.kind !== 'url') throw invalidField('hint', 'is for web addresses only');
  if (change.personAccess !== undefined && source.personId === null) {
    throw invalidField('personAccess', "is for a person's own sources only");
  }
  if (change.text !== undefined && (source.status === 'waiting' || source.status === 'reading')) {
    throw new AppError(
      'conflict',
      'This source is being read, which replaces its text. Edit it once it has been read.',
    );
  }
  if (change.text !== undefined) refuseStale(source, change.revision);
}

function refuseStale(source: SourceRecord, revision: number | undefined): void {
  if (source.revision === revision) return;
  const stands = source.revision === null ? 'has no text yet' : `is at revision ${source.revision}`;
  throw new AppError(
    'draft_changed',
    `The source ${stands}; you read revision ${revision}. Read it again and merge your change.`,
    { current: { revision: source.revision, updatedAt: source.updatedAt } },
  );
}
