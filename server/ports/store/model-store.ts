import type { ModelProvider } from '../../../core/twin/model-provider.ts';

/** The model that answers, the one that takes over when it fails, and the one that embeds. */
export type ModelRole = 'first' | 'second' | 'embedding';

export interface ModelRecord {
  readonly role: ModelRole;
  readonly provider: ModelProvider;
  readonly model: string;
  readonly baseUrl: string | null;
  /** The key, sealed by the vault; null for none. */
  readonly sealedKey: string | null;
}

export interface ModelReader {
  /** At most one of each role. */
  list(): Promise<ModelRecord[]>;
}

export interface ModelWriter extends ModelReader {
  /** In place of the one that has the role. */
  save(model: ModelRecord): Promise<void>;
  remove(role: ModelRole): Promise<void>;
}
