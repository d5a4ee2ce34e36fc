/** The id an entry gets from what its author calls it: readable in conditions and links, and not taken yet. */
export function idFromLabel(label: string, taken: ReadonlySet<string>): string {
  const slug =
    label
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'option';
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? slug : `${slug}-${count}`;
    if (!taken.has(candidate)) return candidate;
  }
}

const prefix = 'new-';

/** The id of an entry that has no name yet. */
export function unnamedId(taken: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) if (!taken.has(`${prefix}${count}`)) return `${prefix}${count}`;
}

/** Whether the entry still waits for its author to name it. */
export function isUnnamed(id: string): boolean {
  return /^new-\d+$/.test(id);
}
