import type { DeploymentSettings } from '../../contract/deployment-settings.ts';
import type { SourceAt } from '../../core/twin/passage.ts';
import {
  type AccessBySource,
  type ExistingSource,
  type SourceAccess,
  strictestAccess,
} from '../../core/twin/source-access.ts';
import type { TwinSnapshot } from '../../core/twin/twin.ts';
import type { Said } from '../ports/brain.ts';
import type { UsableSource } from '../ports/store/source-store.ts';

export type Card = DeploymentSettings['capabilities']['callsToAction'][number];

/** One talk with a twin, in a session or tried by its author: everything that does not change within an answer. */
export interface TwinTalk {
  readonly workspaceId: string;
  readonly twin: TwinSnapshot;
  readonly goal: string;
  readonly instructions: readonly string[];
  readonly language: string;
  readonly languages: readonly string[];
  /** Earlier turns, oldest first. */
  readonly transcript: readonly Said[];
  readonly access: { readonly atBeginning: AccessBySource; readonly now: AccessBySource };
  /** Null where sources are read as they are now. */
  readonly recorded: readonly SourceAt[] | null;
  readonly personId: string | null;
  /** Every source with a text that this talk could name. */
  readonly sources: readonly UsableSource[];
  readonly actions: readonly Card[];
  readonly mayAskEmail: boolean;
  readonly exits: readonly { readonly id: string; readonly description: string }[];
  readonly variables: readonly { readonly name: string; readonly description: string }[];
}

/** The talk's sources as access rules read them; a person's own carry their access with them. */
export function existingSources({ sources, personId }: TwinTalk): ExistingSource[] {
  return sources.map(({ sourceId, revision, personAccess }) => ({
    sourceId,
    revision,
    personId: personAccess === null ? null : personId,
  }));
}

/** What this talk may do with a source: the stricter of the access at its beginning and now, or the source's own. */
export function accessOf({ access }: Pick<TwinTalk, 'access'>, { sourceId, personAccess }: UsableSource): SourceAccess {
  const { atBeginning, now } = access;
  return personAccess ?? strictestAccess(atBeginning[sourceId] ?? 'unavailable', now[sourceId] ?? 'unavailable');
}

/** The access map with what a person's own sources allow. */
export function withOwnSources(access: AccessBySource, sources: readonly UsableSource[]): AccessBySource {
  const own = sources.flatMap(({ sourceId, personAccess }): [string, SourceAccess][] =>
    personAccess === null ? [] : [[sourceId, personAccess]],
  );
  return { ...access, ...Object.fromEntries(own) };
}
