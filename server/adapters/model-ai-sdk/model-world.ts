import type { Clock } from '../../ports/clock.ts';
import type { ModelAccess } from '../../ports/models.ts';

export interface ModelLimits {
  /** How long a model may be silent before its first token, and between two. */
  readonly firstTokenMs: number;
  readonly betweenTokensMs: number;
  /** For a whole answer, retries included. */
  readonly wholeMs: number;
  /** How often a call is made at most. */
  readonly attempts: number;
  /** Before the second attempt; doubled before each further one. */
  readonly firstDelayMs: number;
  /** A provider that asks for more patience than this is given up for now. */
  readonly longestDelayMs: number;
  /** Rounds of tool calls, and the answer. */
  readonly steps: number;
  readonly answerCharacters: number;
}

export const modelLimits: ModelLimits = {
  firstTokenMs: 20_000,
  betweenTokensMs: 15_000,
  wholeMs: 90_000,
  attempts: 3,
  firstDelayMs: 500,
  longestDelayMs: 8_000,
  steps: 6,
  answerCharacters: 40_000,
};

/** What reaching a model takes. `fetch` decides which addresses may be called. */
export interface ModelWorld {
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly limits?: Partial<ModelLimits>;
}

/** For logs and the owner. */
export function nameOf({ provider, model }: ModelAccess): string {
  return `${provider} ${model}`;
}
