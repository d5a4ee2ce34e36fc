/** RE2, as the server runs it; fetched only where a flow has patterns. */
export interface Patterns {
  /** Why an expression does not compile, or null. */
  problem(pattern: string): string | null;
  matches(pattern: string, text: string): boolean;
}

export async function loadPatterns(): Promise<Patterns> {
  const { RE2JS } = await import('re2js');
  return {
    problem(pattern) {
      try {
        RE2JS.compile(pattern);
        return null;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    },
    matches: (pattern, text) => RE2JS.compile(pattern).matches(text),
  };
}
