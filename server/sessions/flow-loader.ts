import { compileFlow } from '../../core/flow/compile-flow.ts';
import type { Flow } from '../../core/flow/flow.ts';
import { recentlyUsed } from '../../core/recently-used.ts';
import type { Context } from '../ports/context.ts';
import type { LoadFlow } from '../ports/load-flow.ts';

const flowsKept = 200;

/** Versions are immutable, so compiled ones are kept. */
export function flowLoader(ctx: Pick<Context, 'store' | 'patterns'>): LoadFlow {
  const kept = recentlyUsed<Promise<Flow>>(flowsKept);
  return (workspaceId, versionId) => {
    const known = kept.get(versionId);
    if (known) return known;
    const flow = compileVersion(ctx, workspaceId, versionId);
    kept.set(versionId, flow);
    flow.catch(() => kept.delete(versionId));
    return flow;
  };
}

async function compileVersion(
  ctx: Pick<Context, 'store' | 'patterns'>,
  workspaceId: string,
  versionId: string,
): Promise<Flow> {
  const version = await ctx.store.read(workspaceId, (reader) => reader.flows.contentOf(versionId));
  if (!version) throw new Error(`version ${versionId} is missing`);
  return compileFlow(version, { matchesPattern: ctx.patterns.matches });
}
