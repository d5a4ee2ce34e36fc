import { recentlyUsed } from '../../core/recently-used.ts';
import type { Brain, Brains } from '../ports/brain.ts';
import type { Context } from '../ports/context.ts';
import type { ModelAccess } from '../ports/models.ts';
import type { ModelRecord, ModelRole } from '../ports/store/model-store.ts';
import { breakCircuit, breakEmbedderCircuit } from './circuit-breaker.ts';
import { accessOf } from './model-access.ts';

/** Connected models that are kept; more workspaces than this connect theirs anew now and then. */
const mostKept = 5000;

type Ctx = Pick<Context, 'store' | 'clock' | 'vault' | 'models' | 'log'>;

/**
 * The brains of each workspace: its first and second model, or else the environment's, and the built-in brain last.
 * What models a workspace has is read each time, so a change holds everywhere from its reply on; a connected one is
 * kept while its settings stay the same, with what is known of its failures.
 */
export function workspaceBrains(ctx: Ctx, builtIn: Brain): Brains {
  const brains = keptBySettings((access) => breakCircuit(ctx.models.brain(access), ctx.clock));
  const embedders = keptBySettings((access) => breakEmbedderCircuit(ctx.models.embedder(access), ctx.clock));
  const { fromEnvironment } = ctx.models;
  const ofEnvironment = fromEnvironment && breakCircuit(ctx.models.brain(fromEnvironment), ctx.clock);

  function connected<Kept>(
    kept: KeptBySettings<Kept>,
    workspaceId: string,
    records: readonly ModelRecord[],
    role: ModelRole,
  ): Kept | null {
    const record = records.find((each) => each.role === role);
    if (record === undefined) return null;
    try {
      return kept(workspaceId, record, () => accessOf(ctx.vault, workspaceId, record));
    } catch (error) {
      ctx.log.error('the key of a model cannot be opened', { workspaceId, role }, error);
      return null;
    }
  }

  return {
    async of(workspaceId) {
      const records = await ctx.store.modelsOf(workspaceId);
      const first = connected(brains, workspaceId, records, 'first') ?? ofEnvironment;
      const second = connected(brains, workspaceId, records, 'second');
      const [model, ...others] = [first, second].filter((brain) => brain !== null);
      return {
        brains: model === undefined ? [builtIn] : [model, ...others, builtIn],
        embedder: connected(embedders, workspaceId, records, 'embedding'),
      };
    },
  };
}

type KeptBySettings<Kept> = (workspaceId: string, record: ModelRecord, access: () => ModelAccess) => Kept;

/** Connects a model at its first use, and again when its settings have changed. */
function keptBySettings<Kept>(connect: (access: ModelAccess) => Kept): KeptBySettings<Kept> {
  const kept = recentlyUsed<{ readonly settings: string; readonly connected: Kept }>(mostKept);
  return (workspaceId, record, access) => {
    const place = `${workspaceId}/${record.role}`;
    const settings = JSON.stringify(record);
    const known = kept.get(place);
    if (known?.settings === settings) return known.connected;
    const connected = connect(access());
    kept.set(place, { settings, connected });
    return connected;
  };
}
