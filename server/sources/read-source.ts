import { UpstreamError } from '../errors.ts';
import type { Context } from '../ports/context.ts';
import type { JobPayloads } from '../ports/jobs.ts';
import type { FileKind, ReadOutcome } from '../ports/source-reader.ts';
import type { SourceRecord, SourceWriter } from '../ports/store/source-store.ts';
import { storableText } from '../ports/store/storable-text.ts';
import { indexedText, putInForce } from './new-text.ts';
import { attemptsAtMost, nextAttemptAt } from './reading-attempts.ts';

type Reading = Pick<Context, 'store' | 'clock' | 'log' | 'passageIndex' | 'fileReader' | 'pageReader' | 'sourceLimits'>;
type Status = Omit<Parameters<SourceWriter['setStatus']>[1], 'at'>;

/**
 * Reads an uploaded file or a web address into its source's text. Until the text is saved, in one transaction with all
 * that is derived from it, an earlier one stays in use; what a crash interrupted is read again, what may have failed
 * for a moment only is tried again some time later, and what was deleted meanwhile is left alone.
 */
export async function readSource(ctx: Reading, { workspaceId, sourceId }: JobPayloads['readSource']): Promise<void> {
  const source = await ctx.store.write(workspaceId, ({ sources }) => sources.beginReading(sourceId, ctx.clock.now()));
  if (!source) return;
  const settle = (status: Status) => settleReading(ctx, workspaceId, sourceId, status);
  if (source.attempts > attemptsAtMost) {
    await settle(failed('The server was stopped each time it read this. Upload it in smaller parts.'));
    return;
  }
  try {
    const outcome = await read(ctx, workspaceId, source, settle);
    if (outcome.kind === 'read') await keep(ctx, workspaceId, source, outcome);
    else await settle(failed(outcome.reason));
  } catch (error) {
    const upstream = error instanceof UpstreamError ? error : null;
    const mayPass = upstream?.retryable ?? true;
    const at = ctx.clock.now();
    const retryAt = mayPass ? nextAttemptAt(source.attempts, at, upstream?.retryAfterMs) : null;
    if (retryAt) {
      ctx.log.warn('a source will be read later', { sourceId, attempts: source.attempts }, error);
      const retry = { error: reasonOf(error), retryAt, at };
      await whileReading(ctx, workspaceId, sourceId, (sources) => sources.enqueueRetry(sourceId, retry));
      return;
    }
    ctx.log.error('a source could not be read', { sourceId }, error);
    await settle(failed(mayPass ? `${reasonOf(error)} It was tried ${source.attempts} times.` : reasonOf(error)));
  }
}

/** Does what is left of a reading, unless it ended otherwise meanwhile. */
function whileReading(
  ctx: Reading,
  workspaceId: string,
  sourceId: string,
  work: (sources: SourceWriter, source: SourceRecord) => Promise<unknown>,
): Promise<void> {
  return ctx.store.write(workspaceId, async ({ sources }) => {
    const source = await sources.lock(sourceId);
    if (source?.status === 'reading') await work(sources, source);
  });
}

function settleReading(ctx: Reading, workspaceId: string, sourceId: string, status: Status): Promise<void> {
  return whileReading(ctx, workspaceId, sourceId, (sources) =>
    sources.setStatus(sourceId, { ...status, at: ctx.clock.now() }),
  );
}

async function read(
  ctx: Reading,
  workspaceId: string,
  { name, fileId, url, hint }: SourceRecord,
  settle: (status: Status) => Promise<void>,
): Promise<ReadOutcome> {
  const report = (progress: number) => settle({ status: 'reading', progress, error: null });
  if (url !== null) {
    await report(0.2);
    const { linkedPages } = ctx.sourceLimits;
    return ctx.pageReader.read({ url, hint: hint ?? '', linkedPagesAtMost: linkedPages });
  }
  const bytes = await collect(ctx.store.files.read(workspaceId, fileId ?? ''));
  await report(0.2);
  const outcome = await ctx.fileReader.read({ name, bytes });
  if (outcome.kind === 'read') await report(0.8);
  return outcome;
}

async function keep(
  ctx: Reading,
  workspaceId: string,
  source: SourceRecord,
  { text: read, fileKind }: Extract<ReadOutcome, { kind: 'read' }>,
): Promise<void> {
  const text = storableText(read);
  const problem = problemOf(ctx, text);
  if (problem) return settleReading(ctx, workspaceId, source.id, failed(problem));
  let { name } = source;
  for (let isKept = false; !isKept; ) {
    const indexed = await indexedText(ctx, name, text);
    isKept = true;
    await whileReading(ctx, workspaceId, source.id, async (sources, { name: nameNow }) => {
      isKept = name === nameNow;
      name = nameNow;
      if (!isKept) return;
      const mediaType = fileKind === 'page' ? undefined : mediaTypes[fileKind];
      await putInForce(sources, { sourceId: source.id, ...indexed, mediaType, at: ctx.clock.now(), by: null });
    });
  }
}

function problemOf({ sourceLimits: { characters } }: Reading, text: string): string | null {
  if (!/[\p{L}\p{N}]/u.test(text)) return 'No words were found in it.';
  if (text.length <= characters) return null;
  return `It holds ${text.length} characters; a source has at most ${characters}. Split it and add the parts, or raise PARLEY_SOURCE_MAX_CHARACTERS.`;
}

function failed(error: string): Status {
  return { status: 'failed', progress: 0, error };
}

function reasonOf(error: unknown): string {
  if (error instanceof UpstreamError) return error.message;
  return 'Something went wrong on our side while this was read.';
}

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const kept: Uint8Array[] = [];
  for await (const piece of pieces) kept.push(piece);
  const all = new Uint8Array(kept.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const piece of kept) {
    all.set(piece, at);
    at += piece.byteLength;
  }
  return all;
}

const mediaTypes: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  markdown: 'text/markdown',
  text: 'text/plain',
  csv: 'text/csv',
  email: 'message/rfc822',
};
