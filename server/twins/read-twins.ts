import { notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import type { Context } from '../ports/context.ts';
import type { Page, PageRequest } from '../ports/store/common.ts';
import type { VersionRecord, VersionSummaryRecord } from '../ports/store/subject-store.ts';
import type { TwinReader, TwinRecord } from '../ports/store/twin-store.ts';
import { contentOfVersion } from './twin-version.ts';

type Reads = Pick<Context, 'store'>;

export function listTwins(ctx: Reads, actor: Actor, filter: { q?: string }, page: PageRequest) {
  return ctx.store.read(actor.workspaceId, (reader) => reader.twins.list(filter, page));
}

export function getTwin(ctx: Reads, actor: Actor, id: string): Promise<TwinRecord> {
  return ctx.store.read(actor.workspaceId, (reader) => existingTwin(reader.twins, id));
}

export function listTwinVersions(
  ctx: Reads,
  actor: Actor,
  twinId: string,
  page: PageRequest,
): Promise<Page<VersionSummaryRecord>> {
  return ctx.store.read(actor.workspaceId, async (reader) => {
    await existingTwin(reader.twins, twinId);
    return reader.twins.listVersions(twinId, page);
  });
}

/** A version as its author wrote it, with the sources in force then. */
export function getTwinVersion(ctx: Reads, actor: Actor, twinId: string, number: number) {
  return ctx.store.read(actor.workspaceId, async (reader) => {
    const { id, note, createdAt, createdBy, ...version } = await existingTwinVersion(reader.twins, twinId, number);
    return { id, number, note, createdAt, createdBy, ...contentOfVersion(version), sources: version.sources ?? {} };
  });
}

/** The twin, or a 404. */
export async function existingTwin(twins: TwinReader, id: string): Promise<TwinRecord> {
  const twin = await twins.find(id);
  if (!twin) throw notFound('twin');
  return twin;
}

/** The version, or a 404. */
export async function existingTwinVersion(twins: TwinReader, twinId: string, number: number): Promise<VersionRecord> {
  const version = await twins.findVersion(twinId, number);
  if (!version) throw notFound('version');
  return version;
}
