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
  /** What is known about the person from before, oldest first. */
  readonly facts: readonly string[];
  /** Every source with a text that this talk could name. */
  readonly sources: readonly UsableSource[];
  readonly actions: readonly Card[];
  readonly mayAskEmail: boolean;
  readonly exits: readonly { readonly id: string; readonly description: string }[];
  readonly variables: readonly { readonly name: string; readonly description: string }[];
}

/**
 * What a talk goes by, of the settings of its deployment: as they were at its beginning, and as they are now where that
 * is stricter. Shared by sessions and tries, so that what is tried is what is deployed.
 */
export function talkUnder(
  begun: DeploymentSettings,
  now: DeploymentSettings,
  sources: readonly UsableSource[],
): Pick<TwinTalk, 'goal' | 'instructions' | 'languages' | 'access' | 'actions'> {
  const { goal, instructions, languages } = begun.behavior;
  return {
    goal,
    instructions: instructions === '' ? [] : [instructions],
    languages,
    access: { atBeginning: withOwnSources(begun.sources, sources), now: withOwnSources(now.sources, sources) },
    actions: begun.capabilities.callsToAction,
  };
}

/** The calls to action that an answer shows, in the order of the deployment. */
export function shownActions({ actions }: Pick<TwinTalk, 'actions'>, actionIds: readonly string[]) {
  const shown = new Set(actionIds);
  return actions
    .filter(({ id }) => shown.has(id))
    .map(({ id, label, url, description = '' }) => ({ actionId: id, label, url, description }));
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
function withOwnSources(access: AccessBySource, sources: readonly UsableSource[]): AccessBySource {
  const own = sources.flatMap(({ sourceId, personAccess }): [string, SourceAccess][] =>
    personAccess === null ? [] : [[sourceId, personAccess]],
  );
  return { ...access, ...Object.fromEntries(own) };
}
