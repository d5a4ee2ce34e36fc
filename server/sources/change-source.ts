import type { SourceReply } from '../../contract/sources.ts';
import { AppError, notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import { audit } from '../ports/audit.ts';
import type { Context } from '../ports/context.ts';
import type { SourceRecord, SourceWriter } from '../ports/store/source-store.ts';
import { invalid } from './add-source.ts';
import { newText, putInForce, refuseLong } from './new-text.ts';
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
export function changeSource(ctx: Changing, actor: Actor, id: string, change: SourceChange): Promise<SourceReply> {
  refuseHalfEdit(change);
  if (change.text !== undefined) refuseLong(ctx, change.text);
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    const { sources } = transaction;
    const source = await sources.lock(id);
    if (!source) throw notFound('source');
    refuseUnfitting(source, change);
    if (change.text !== undefined) refuseStale(source, change.revision);
    const { name, hint, personAccess } = change;
    await sources.change(id, { name, hint, personAccess, at: ctx.clock.now() });
    await saveChangedText(ctx, sources, actor, source, change);
    const fields = Object.keys(change).filter((field) => field !== 'revision');
    await audit(ctx, transaction, actor, { action: 'source.changed', subjectId: id, fields });
    return presentSource(sources, await existingSource(sources, id));
  });
}

/** A text is found by the name of its source too, so that a new name is a new revision of the same text. */
async function saveChangedText(
  ctx: Changing,
  sources: SourceWriter,
  actor: Actor,
  source: SourceRecord,
  { name = source.name, text }: SourceChange,
): Promise<void> {
  const { id: sourceId, revision, status, error } = source;
  if (revision === null || (text === undefined && name === source.name)) return;
  const kept = text ?? (await sources.textOf({ sourceId, revision })) ?? '';
  const at = ctx.clock.now();
  await putInForce(sources, { sourceId, ...newText(ctx, name, kept), at, by: actor });
  if (text === undefined) await sources.setStatus(sourceId, { status, progress: source.progress, error, at });
}

function refuseHalfEdit({ text, revision }: SourceChange): void {
  if (text !== undefined && revision === undefined) {
    throw invalid('revision', 'must be the revision whose text was edited');
  }
  if (text === undefined && revision !== undefined) throw invalid('text', 'goes with revision');
}

function refuseUnfitting(source: SourceRecord, change: SourceChange): void {
  if (change.hint !== undefined && source.kind !== 'url') throw invalid('hint', 'is for web addresses only');
  if (change.personAccess !== undefined && source.personId === null) {
    throw invalid('personAccess', "is for a person's own sources only");
  }
  if (change.text !== undefined && (source.status === 'waiting' || source.status === 'reading')) {
    throw new AppError(
      'conflict',
      'This source is being read, which replaces its text. Edit it once it has been read.',
    );
  }
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
