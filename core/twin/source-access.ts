import type { SourceAt } from './passage.ts';

/** What a deployment's answers may do with a source, from most to least. */
export const sourceAccesses = ['mentioned', 'internal', 'unavailable'] as const;
export type SourceAccess = (typeof sourceAccesses)[number];

/** Access per source id; a source that is not listed is unavailable. */
export type AccessBySource = Readonly<Record<string, SourceAccess>>;

/** A source that exists, at its current revision. */
export interface ExistingSource extends SourceAt {
  /** The person it belongs to; null for a global source. */
  readonly personId: string | null;
}

export interface SourceAccessQuestion {
  /** Of the deployment revision the session began under; a person's own sources carry theirs. */
  readonly atBeginning: AccessBySource;
  /** Of the deployment's newest revision. */
  readonly now: AccessBySource;
  /** The sources that exist now: a deleted one is not among them. */
  readonly sources: readonly ExistingSource[];
  /** The revisions the version recorded, which a pinned deployment reads; null where the current texts are read. */
  readonly recorded: readonly SourceAt[] | null;
  /** Whom the session is with. */
  readonly personId: string | null;
  readonly brain: 'model' | 'built-in';
}

export interface AllowedSource extends SourceAt {
  readonly access: 'mentioned' | 'internal';
}

/** The stricter of two accesses: for a running session that of its beginning and that of now. */
export function strictestAccess(then: SourceAccess, now: SourceAccess): SourceAccess {
  return sourceAccesses.indexOf(then) > sourceAccesses.indexOf(now) ? then : now;
}

/**
 * Which source revisions may be searched for one turn, and with which access, in the order of `sources`.
 *
 * Deleting or restricting a source acts at once. A pinned version reads the revisions it recorded, so a
 * source it did not record is not read. The built-in brain quotes what it uses, so internal sources are not for it.
 * A source of one person serves only that person's sessions, and informs only where no access is given for it.
 */
export function allowedSources(question: SourceAccessQuestion): AllowedSource[] {
  const recorded = question.recorded && new Map(question.recorded.map((each) => [each.sourceId, each.revision]));
  return question.sources.flatMap((source) => {
    const access = accessOf(source, question);
    const revision = recorded ? recorded.get(source.sourceId) : source.revision;
    if (access === 'unavailable' || revision === undefined) return [];
    if (access === 'internal' && question.brain === 'built-in') return [];
    return [{ sourceId: source.sourceId, revision, access }];
  });
}

function accessOf(source: ExistingSource, { atBeginning, now, personId }: SourceAccessQuestion): SourceAccess {
  if (source.personId !== null && source.personId !== personId) return 'unavailable';
  const unlisted = source.personId === null ? 'unavailable' : 'internal';
  return strictestAccess(listed(atBeginning, source.sourceId) ?? unlisted, listed(now, source.sourceId) ?? unlisted);
}

function listed(accesses: AccessBySource, sourceId: string): SourceAccess | undefined {
  return Object.hasOwn(accesses, sourceId) ? accesses[sourceId] : undefined;
}
