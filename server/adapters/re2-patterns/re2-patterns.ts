import { RE2JS } from 're2js';
import type { Patterns } from '../../ports/patterns.ts';

/** Compiled patterns kept per process; the one unused longest gives way. */
const cacheSize = 500;

export function re2Patterns(): Patterns {
  const cache = new Map<string, Compiled>();
  const compiled = (pattern: string): Compiled => {
    const found = cache.get(pattern) ?? compile(pattern);
    cache.delete(pattern);
    cache.set(pattern, found);
    const [oldest] = cache.keys();
    if (cache.size > cacheSize && oldest !== undefined) cache.delete(oldest);
    return found;
  };
  return {
    matches: (pattern, text) => compiled(pattern).expression?.matches(text) ?? false,
    problem: (pattern) => compiled(pattern).problem,
  };
}

type Compiled = { expression: RE2JS; problem: null } | { expression: null; problem: string };

function compile(pattern: string): Compiled {
  try {
    return { expression: RE2JS.compile(pattern), problem: null };
  } catch (error) {
    return { expression: null, problem: error instanceof Error ? error.message : String(error) };
  }
}
