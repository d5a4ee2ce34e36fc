import type { DiffSide } from '../../contract/subjects.ts';
import { diffTwin } from '../../core/twin/diff-twin.ts';
import type { Actor } from '../ports/actor.ts';
import type { Context } from '../ports/context.ts';
import { sourcesInForce } from '../ports/sources-in-force.ts';
import type { Reader } from '../ports/store/store.ts';
import { existingTwin, existingTwinVersion } from './read-twins.ts';
import { contentOfVersion } from './twin-version.ts';

/** What changed between two versions, or a version and the draft, with the sources in force on each side. */
export function diffTwinVersions(
  ctx: Pick<Context, 'store'>,
  actor: Actor,
  twinId: string,
  { from, to }: { from: DiffSide; to: DiffSide },
) {
  return ctx.store.read(actor.workspaceId, async (reader) => {
    const before = await readSide(reader, twinId, from);
    const after = await readSide(reader, twinId, to);
    const names = new Map((await reader.sources.usable(null)).map(({ sourceId, name }) => [sourceId, name]));
    const sources = diffSources(before.sources, after.sources).map((change) => ({
      ...change,
      name: names.get(change.sourceId) ?? null,
    }));
    return { ...diffTwin(before.content, after.content), sources };
  });
}

type Revisions = Readonly<Record<string, number>>;

async function readSide(reader: Reader, twinId: string, side: DiffSide) {
  if (side === 'draft') {
    const { draft } = await existingTwin(reader.twins, twinId);
    return { content: draft, sources: await sourcesInForce(reader.sources) };
  }
  const version = await existingTwinVersion(reader.twins, twinId, side);
  return { content: contentOfVersion(version), sources: version.sources ?? {} };
}

function diffSources(before: Revisions, after: Revisions) {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return ids
    .filter((id) => before[id] !== after[id])
    .map((id) => ({ sourceId: id, change: changeOf(before[id], after[id]), before: before[id], after: after[id] }));
}

function changeOf(before: number | undefined, after: number | undefined): 'added' | 'removed' | 'changed' {
  if (before === undefined) return 'added';
  return after === undefined ? 'removed' : 'changed';
}
