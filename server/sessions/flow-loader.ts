import { compileFlow } from '../../core/flow/compile-flow.ts';
import type { Flow } from '../../core/flow/flow.ts';
import type { Context } from '../ports/context.ts';
import type { LoadFlow } from '../ports/load-flow.ts';

/** Versions are immutable, so a compiled one is kept; the least recently used goes first. */
export function flowLoader(ctx: Pick<Context, 'store' | 'patterns'>, capacity = 200): LoadFlow {
  const kept = new Map<string, Promise<Flow>>();
  return (workspaceId, versionId) => {
    const known = kept.get(versionId);
    kept.delete(versionId);
    const flow = known ?? compileVersion(ctx, workspaceId, versionId);
    kept.set(versionId, flow);
    flow.catch(() => kept.delete(versionId));
    if (kept.size > capacity) {
      const [oldest] = kept.keys();
      if (oldest !== undefined) kept.delete(oldest);
    }
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
