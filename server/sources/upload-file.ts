import type { SourceReply } from '../../contract/sources.ts';
import { AppError } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import type { Context } from '../ports/context.ts';
import { type FileRecord, FileTooLarge } from '../ports/store/files-store.ts';
import { addSource, type NewSource, refuseFull } from './add-source.ts';
import { presentSource } from './present-source.ts';

type Uploading = Pick<Context, 'store' | 'clock' | 'ids' | 'sourceLimits' | 'log'>;

export interface Upload {
  /** How many bytes the caller says that there are; null where it does not say. */
  readonly declaredBytes: number | null;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Keeps a file as it comes and has it read in the background. What cannot be kept is refused before it has come, if it can be. */
export async function uploadFile(
  ctx: Uploading,
  actor: Actor,
  input: NewSource,
  { declaredBytes, bytes }: Upload,
): Promise<SourceReply> {
  if (declaredBytes !== null && declaredBytes > mostBytes(ctx)) throw tooLarge(ctx);
  const { workspaceId } = actor;
  await ctx.store.write(workspaceId, async ({ sources }) => refuseFull(ctx, await sources.countToAdd()));
  const file = await saveFile(ctx, workspaceId, input.name, bytes);
  try {
    if (file.sizeBytes === 0) throw empty(input.name);
    return await ctx.store.write(workspaceId, async (transaction) => {
      const { sources } = transaction;
      const origin = { kind: 'file', status: 'waiting', fileId: file.id, sizeBytes: file.sizeBytes } as const;
      const source = await addSource(ctx, transaction, actor, input, origin);
      await sources.enqueueReading(source.id, ctx.clock.now());
      return presentSource(sources, source);
    });
  } catch (error) {
    await ctx.store.files.remove(workspaceId, file.id);
    throw error;
  }
}

function empty(name: string): AppError {
  const message = `${name} is empty: it has 0 bytes. Save or download it again, and upload that.`;
  return new AppError('invalid_request', message, {
    problems: [{ field: '', message: 'the body is the file, and it is empty' }],
  });
}

async function saveFile(
  ctx: Uploading,
  workspaceId: string,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<FileRecord> {
  const file = { id: ctx.ids.next('fil'), name, mediaType: 'application/octet-stream', at: ctx.clock.now() };
  try {
    return await ctx.store.files.save(workspaceId, { ...file, maxBytes: mostBytes(ctx) }, bytes);
  } catch (error) {
    if (error instanceof FileTooLarge) throw tooLarge(ctx);
    throw error;
  }
}

function mostBytes({ sourceLimits }: Pick<Context, 'sourceLimits'>): number {
  return sourceLimits.fileMb * 1_000_000;
}

function tooLarge({ sourceLimits }: Pick<Context, 'sourceLimits'>): AppError {
  return new AppError(
    'too_large',
    `The file is larger than ${sourceLimits.fileMb} MB, which is the most that is read. Split it, or raise PARLEY_SOURCE_MAX_MB.`,
  );
}
