import type { ModelProvider } from '../../core/twin/model-provider.ts';
import type { Brain, Embedder } from './brain.ts';

/** A model to reach. */
export interface ModelAccess {
  readonly provider: ModelProvider;
  readonly model: string;
  /** Null for the provider's own address. */
  readonly baseUrl: string | null;
  readonly apiKey: string | null;
}

/** Models that can be reached; reaching one begins with the first question. */
export interface Models {
  brain(access: ModelAccess): Brain;
  embedder(access: ModelAccess): Embedder;
  /** Of workspaces without a first model of their own; null for none. */
  readonly fromEnvironment: ModelAccess | null;
}
