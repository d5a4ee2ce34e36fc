import type { ModelInput, ModelSettings } from '../../contract/models.ts';
import { AppError } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import { audit } from '../ports/audit.ts';
import type { Context } from '../ports/context.ts';
import type { ModelRecord, ModelRole } from '../ports/store/model-store.ts';
import { keepsKey, modelProblems } from './check-model.ts';
import { sealKey } from './model-access.ts';
import { presentModels } from './read-models.ts';

const roles = ['first', 'second', 'embedding'] as const;

/** Sets models, and removes those that are null; what is absent stays. All of it or nothing. */
export function changeModels(
  ctx: Pick<Context, 'store' | 'clock' | 'ids' | 'vault' | 'models'>,
  actor: Actor,
  change: { readonly [Role in ModelRole]?: ModelInput | null | undefined },
): Promise<ModelSettings> {
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    const stored = new Map((await transaction.models.list()).map((record) => [record.role, record]));
    const changed = roles.filter((role) => change[role] !== undefined);
    const problems = changed.flatMap((role) => {
      const model = change[role];
      return model ? modelProblems(role, model, stored.get(role), role) : [];
    });
    if (problems.length > 0) throw new AppError('invalid_request', 'The models cannot be set like this.', { problems });
    for (const role of changed) {
      const model = change[role];
      if (model) await transaction.models.save(recordOf(ctx, actor, role, model, stored.get(role)));
      else await transaction.models.remove(role);
    }
    // Vectors of different models are never compared.
    if (change.embedding) await transaction.sources.enqueueEmbedding();
    if (changed.length > 0)
      await audit(ctx, transaction, actor, { action: 'models.changed', subjectId: null, fields: changed });
    return presentModels(ctx, await transaction.models.list());
  });
}

function recordOf(
  { vault }: Pick<Context, 'vault'>,
  actor: Actor,
  role: ModelRole,
  model: ModelInput,
  stored: ModelRecord | undefined,
): ModelRecord {
  const { provider, apiKey, baseUrl } = model;
  const given = typeof apiKey === 'string' ? sealKey(vault, actor, role, apiKey) : null;
  const kept = keepsKey(model, stored) ? (stored?.sealedKey ?? null) : null;
  return { role, provider, model: model.model, baseUrl: baseUrl ?? null, sealedKey: given ?? kept };
}
