import type { Actor } from '../ports/actor.ts';
import type { ModelAccess } from '../ports/models.ts';
import type { ModelRecord, ModelRole } from '../ports/store/model-store.ts';
import type { Vault } from '../ports/vault.ts';

/** A stored model with its key opened. */
export function accessOf(vault: Vault, workspaceId: string, record: ModelRecord): ModelAccess {
  const { role, provider, model, baseUrl, sealedKey } = record;
  return { provider, model, baseUrl, apiKey: sealedKey && vault.open(sealedKey, keyContext(workspaceId, role)) };
}

export function sealKey(vault: Vault, { workspaceId }: Pick<Actor, 'workspaceId'>, role: ModelRole, key: string) {
  return vault.seal(key, keyContext(workspaceId, role));
}

function keyContext(workspaceId: string, role: ModelRole): string {
  return `model:${workspaceId}:${role}`;
}
