import { UpstreamError } from '../errors.ts';
import type { Brain, Embedder } from '../ports/brain.ts';
import type { Clock } from '../ports/clock.ts';

export interface CircuitLimits {
  /** So many failures in a row, and a brain is not asked for a while. */
  readonly failures: number;
  readonly restMs: number;
}

const circuitLimits: CircuitLimits = { failures: 3, restMs: 60_000 };

/** Asks through a circuit, which may refuse at once. */
type Guarded = <Result>(ask: () => Promise<Result>) => Promise<Result>;

/**
 * A brain that fails at once for a while after it has failed several times in a row, so that nobody waits for one that
 * is down. After its rest one question tries it, and the others still pass it by until that one is answered. Only
 * failures that may pass count: what is refused for good is refused quickly, and may be the question's fault.
 */
export function breakCircuit(brain: Brain, clock: Clock, limits: CircuitLimits = circuitLimits): Brain {
  const guarded = circuit(brain.name, clock, limits);
  const { distill } = brain;
  return {
    kind: brain.kind,
    name: brain.name,
    answer: (question, hear, signal) => guarded(() => brain.answer(question, hear, signal)),
    sort: (text, signal) => guarded(() => brain.sort(text, signal)),
    // An owner asks for it and is told why it failed: that takes no answer away from visitors.
    ...(distill && { distill }),
  };
}

/** As `breakCircuit`: a question is answered from its words alone before every visitor waits for a model that is down. */
export function breakEmbedderCircuit(
  { model, embed }: Embedder,
  clock: Clock,
  limits: CircuitLimits = circuitLimits,
): Embedder {
  const guarded = circuit(model, clock, limits);
  return { model, embed: (texts, signal) => guarded(() => embed(texts, signal)) };
}

function circuit(name: string, clock: Clock, { failures, restMs }: CircuitLimits): Guarded {
  let inARow = 0;
  let restsUntil = 0;
  let isTrying = false;
  return async (ask) => {
    const isBroken = inARow >= failures;
    if (isBroken && (isTrying || clock.now().getTime() < restsUntil)) throw resting(name);
    if (isBroken) isTrying = true;
    try {
      const result = await ask();
      inARow = 0;
      return result;
    } catch (error) {
      if (isPassing(error)) {
        inARow += 1;
        restsUntil = clock.now().getTime() + restMs;
      }
      throw error;
    } finally {
      if (isBroken) isTrying = false;
    }
  };
}

function isPassing(error: unknown): boolean {
  return !(error instanceof UpstreamError) || error.retryable;
}

function resting(name: string): UpstreamError {
  const provider = name.split(' ', 1)[0] ?? name;
  return new UpstreamError(provider, `${name} failed several times in a row and is left alone for a while.`, true);
}
