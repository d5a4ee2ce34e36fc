import { RE2JS } from 're2js';
import { recentlyUsed } from '../../../core/recently-used.ts';
import type { Patterns } from '../../ports/patterns.ts';

const patternsKept = 500;

export function re2Patterns(): Patterns {
  const kept = recentlyUsed<Compiled>(patternsKept);
  const compiled = (pattern: string): Compiled => {
    const known = kept.get(pattern);
    if (known) return known;
    const made = compile(pattern);
    kept.set(pattern, made);
    return made;
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
