import type { ModelSettings, ShownModel } from '../../contract/models.ts';
import type { Actor } from '../ports/actor.ts';
import type { Context } from '../ports/context.ts';
import type { ModelRecord, ModelRole } from '../ports/store/model-store.ts';

/** Which models answer; of keys only whether there is one. */
export async function readModels(ctx: Pick<Context, 'store' | 'models'>, actor: Actor): Promise<ModelSettings> {
  const records = await ctx.store.read(actor.workspaceId, ({ models }) => models.list());
  return presentModels(ctx, records);
}

export function presentModels({ models }: Pick<Context, 'models'>, records: readonly ModelRecord[]): ModelSettings {
  const shown = (role: ModelRole) => presentModel(records.find((record) => record.role === role));
  const { fromEnvironment } = models;
  return {
    first: shown('first'),
    second: shown('second'),
    embedding: shown('embedding'),
    fromEnvironment: fromEnvironment && { provider: fromEnvironment.provider, model: fromEnvironment.model },
  };
}

function presentModel(record: ModelRecord | undefined): ShownModel | null {
  if (record === undefined) return null;
  const { provider, model, baseUrl, sealedKey } = record;
  return { provider, model, baseUrl, hasApiKey: sealedKey !== null };
}
