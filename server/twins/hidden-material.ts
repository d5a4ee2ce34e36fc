import { type CompiledGuard, compileGuard } from '../../core/twin/guardrails/compile-guard.ts';
import type { Context } from '../ports/context.ts';
import type { UsableSource } from '../ports/store/source-store.ts';
import { accessOf, type TwinTalk } from './twin-talk.ts';

/** More text of internal sources is not compiled as a whole: then what a brain has been shown is guarded. */
const charactersAtMost = 150_000;
/** Most text of unavailable sources that is read for codes. */
const charactersRead = 1_000_000;
const keptAtMost = 50;

/** Source revisions never change, so what is compiled of them is kept; the least recently used goes first. */
const kept = new Map<string, Promise<CompiledGuard | null>>();

/**
 * What no answer of a talk may give away, whatever a brain knows of it: the internal sources whole, and the codes,
 * numbers and addresses in those that are unavailable. Null where the internal ones are too long to be guarded whole.
 */
export function hiddenMaterial(ctx: Pick<Context, 'store'>, talk: TwinTalk): Promise<CompiledGuard | null> {
  const internal = talk.sources.filter((source) => accessOf(talk, source) === 'internal');
  const unavailable = talk.sources.filter((source) => accessOf(talk, source) === 'unavailable');
  const key = JSON.stringify([talk.workspaceId, internal.map(placeOf), unavailable.map(placeOf)]);
  const known = kept.get(key);
  kept.delete(key);
  const compiled = known ?? compile(ctx, talk.workspaceId, internal, unavailable);
  kept.set(key, compiled);
  compiled.catch(() => kept.delete(key));
  if (kept.size > keptAtMost) {
    const [oldest] = kept.keys();
    if (oldest !== undefined) kept.delete(oldest);
  }
  return compiled;
}

async function compile(
  ctx: Pick<Context, 'store'>,
  workspaceId: string,
  internal: readonly UsableSource[],
  unavailable: readonly UsableSource[],
): Promise<CompiledGuard | null> {
  if (internal.length + unavailable.length === 0) return null;
  if (lengthOf(internal) > charactersAtMost) return null;
  const [passages, forbidden] = await ctx.store.read(workspaceId, ({ sources }) =>
    Promise.all([sources.passagesOf(internal), sources.passagesOf(within(unavailable, charactersRead))]),
  );
  const codes = [...new Set(forbidden.flatMap(({ text }) => text.match(code) ?? []))];
  return compileGuard({
    passages: [...passages, { headings: [], text: codes.join('\n') }],
    sources: internal.map(({ name, url }) => ({ names: [name], url })),
  });
}

/** Letters and digits in one word, an address, or a number too long to be a year or a count. */
const code =
  /\b(?=[\w.@-]*\d)(?=[\w.@-]*\p{L})[\p{L}\d][\p{L}\d_.@-]{4,}[\p{L}\d]\b|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b|\b\d{6,}\b/gu;

/** As many of the sources, in their order, as the text of them stays within the length. */
function within(sources: readonly UsableSource[], most: number): UsableSource[] {
  let left = most;
  return sources.filter(({ characters }) => {
    left -= characters;
    return left >= 0;
  });
}

function lengthOf(sources: readonly UsableSource[]): number {
  return sources.reduce((sum, { characters }) => sum + characters, 0);
}

function placeOf({ sourceId, revision }: UsableSource): string {
  return `${sourceId}/${revision}`;
}
