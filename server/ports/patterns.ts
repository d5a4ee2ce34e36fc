/** Regular expressions that authors wrote, in RE2 syntax: matching takes linear time whatever the pattern. */
export interface Patterns {
  /** Whether the whole text matches. A pattern that does not compile matches nothing. */
  matches(pattern: string, text: string): boolean;
  /** Why the pattern does not compile; null when it does. */
  problem(pattern: string): string | null;
}
