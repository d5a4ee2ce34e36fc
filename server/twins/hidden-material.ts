import { recentlyUsed } from '../../core/recently-used.ts';
import { type CompiledGuard, compileGuard } from '../../core/twin/guardrails/compile-guard.ts';
import type { SourceAt } from '../../core/twin/passage.ts';
import type { Context } from '../ports/context.ts';
import type { UsableSource } from '../ports/store/source-store.ts';
import { accessOf, type TwinTalk } from './twin-talk.ts';

/** More text of internal sources is not compiled as a whole: then what a brain has been shown is guarded. */
const charactersAtMost = 150_000;
/** Most text of unavailable sources that is read for codes. */
const charactersRead = 1_000_000;

/** Source revisions never change, so what is compiled of them is kept. */
const kept = recentlyUsed<Promise<HiddenMaterial>>(50);

/** What no answer of a talk may give away, whatever a brain knows of it. */
export interface HiddenMaterial {
  /** The internal sources whole, with the codes; null where they are too long for that. */
  readonly whole: CompiledGuard | null;
  /** Codes, numbers and addresses of unavailable sources, a line each. */
  readonly codes: string;
}

export function hiddenMaterial(ctx: Pick<Context, 'store'>, talk: TwinTalk): Promise<HiddenMaterial> {
  const internal = talk.sources.filter((source) => accessOf(talk, source) === 'internal');
  const unavailable = talk.sources.filter((source) => accessOf(talk, source) === 'unavailable');
  const places = readableTexts(talk, internal);
  const key = JSON.stringify([talk.workspaceId, places, unavailable.map(placeOf)]);
  const known = kept.get(key);
  if (known) return known;
  const compiled = compile(ctx, talk.workspaceId, { internal, places, unavailable });
  kept.set(key, compiled);
  compiled.catch(() => kept.delete(key));
  return compiled;
}

async function compile(ctx: Pick<Context, 'store'>, workspaceId: string, sources: Sources): Promise<HiddenMaterial> {
  const { internal, places, unavailable } = sources;
  const isShort = internal.reduce((sum, { characters }) => sum + characters, 0) <= charactersAtMost;
  const [passages, forbidden] = await ctx.store.read(workspaceId, async (reader) => [
    isShort ? await reader.sources.passagesOf(places) : [],
    await reader.sources.passagesOf(within(unavailable, charactersRead)),
  ]);
  const codes = [...new Set(forbidden.flatMap(({ text }) => text.match(code) ?? []))].join('\n');
  if (!isShort) return { whole: null, codes };
  const whole = compileGuard({
    passages: [...passages, ...codePassages(codes)],
    sources: internal.map(({ name, url }) => ({ names: [name], url })),
  });
  return { whole, codes };
}

/** Codes as a guard is compiled of them. */
export function codePassages(codes: string): { headings: string[]; text: string }[] {
  return codes === '' ? [] : [{ headings: [], text: codes }];
}

interface Sources {
  readonly internal: readonly UsableSource[];
  /** The texts of them that a brain may be shown. */
  readonly places: readonly SourceAt[];
  readonly unavailable: readonly UsableSource[];
}

/** The texts as they are now, and as a pinned version recorded them. */
function readableTexts({ recorded }: TwinTalk, sources: readonly UsableSource[]): SourceAt[] {
  const ids = new Set(sources.map(({ sourceId }) => sourceId));
  return [
    ...sources.map(({ sourceId, revision }) => ({ sourceId, revision })),
    ...(recorded ?? []).filter(({ sourceId }) => ids.has(sourceId)),
  ];
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

function placeOf({ sourceId, revision }: UsableSource): string {
  return `${sourceId}/${revision}`;
}
