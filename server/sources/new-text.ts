import { AppError, UpstreamError } from '../errors.ts';
import type { Context } from '../ports/context.ts';
import type { NewSourceText, SourceRecord, SourceWriter } from '../ports/store/source-store.ts';

export type IndexedSourceText = Pick<NewSourceText, 'text' | 'passages' | 'index' | 'indexFormat'>;

/** A text with what is derived from it: its passages, and the index that finds them by their words and the source's name. */
export async function indexedText(
  { passageIndex }: Pick<Context, 'passageIndex'>,
  name: string,
  text: string,
): Promise<IndexedSourceText> {
  return { text, ...(await passageIndex.build({ title: name, text })) };
}

/** The same for a text that an owner waits for: what is too much is refused. */
export async function indexedOwnText(
  ctx: Pick<Context, 'passageIndex'>,
  name: string,
  text: string,
): Promise<IndexedSourceText> {
  try {
    return await indexedText(ctx, name, text);
  } catch (error) {
    if (error instanceof UpstreamError && !error.retryable) throw new AppError('too_large', error.message);
    throw error;
  }
}

/** Puts a text in force, and has it embedded. Null when its source is gone. */
export async function putInForce(sources: SourceWriter, text: NewSourceText): Promise<SourceRecord | null> {
  const saved = await sources.saveText(text);
  if (saved) await sources.enqueueEmbedding(saved.id);
  return saved;
}

/** Refuses a text that an owner wrote where it is longer than a source's may be. */
export function refuseLong({ sourceLimits }: Pick<Context, 'sourceLimits'>, text: string): void {
  if (text.length <= sourceLimits.characters) return;
  throw new AppError(
    'too_large',
    `The text has ${text.length} characters; a source has at most ${sourceLimits.characters}. Split it, or raise PARLEY_SOURCE_MAX_CHARACTERS.`,
  );
}
