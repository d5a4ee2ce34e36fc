import type { TextView } from './text-views.ts';

export interface Pattern {
  /** In the form of `wordsOf`, written together. */
  readonly chars: string;
  /** Only where it begins and ends with a word: what is short would be found inside innocent words. */
  readonly isWhole: boolean;
}

/** Finds the patterns of a view, as indexes into the patterns it was made of. */
export type PatternMatcher = (view: TextView) => Set<number>;

interface Trie {
  /** By `keyOf`. */
  readonly next: Map<number, number>;
  /** Numbers the characters of the patterns from 1, so that keys stay small. */
  readonly alphabet: Map<number, number>;
  readonly parents: number[];
  readonly codes: number[];
  readonly depths: number[];
  /** The patterns that end at a node. */
  readonly endings: number[][];
}

/** Aho and Corasick (1975): one pass over the text, whatever the number of patterns. */
export function matchPatterns(patterns: readonly Pattern[]): PatternMatcher {
  const trie = growTrie(patterns);
  const fallbacks = linkFallbacks(trie);
  function fits(index: number, { edges }: TextView, end: number): boolean {
    const pattern = patterns[index];
    if (!pattern) return false;
    return !pattern.isWhole || (edges[end] === 1 && edges[end - pattern.chars.length] === 1);
  }
  return (view) => {
    const found = new Set<number>();
    let node = 0;
    for (let at = 0; at < view.chars.length; at += 1) {
      const code = trie.alphabet.get(view.chars.charCodeAt(at));
      node = code === undefined ? 0 : step(trie, fallbacks, node, code);
      if (node === 0) continue;
      for (const index of trie.endings[node] ?? []) if (fits(index, view, at + 1)) found.add(index);
    }
    return found;
  };
}

function growTrie(patterns: readonly Pattern[]): Trie {
  const trie: Trie = { next: new Map(), alphabet: new Map(), parents: [0], codes: [0], depths: [0], endings: [[]] };
  for (const [index, { chars }] of patterns.entries()) {
    if (chars === '') continue;
    let node = 0;
    for (let at = 0; at < chars.length; at += 1) node = childOf(trie, node, numberOf(trie, chars.charCodeAt(at)));
    trie.endings[node]?.push(index);
  }
  return trie;
}

function childOf(trie: Trie, node: number, code: number): number {
  const known = trie.next.get(keyOf(node, code));
  if (known !== undefined) return known;
  const made = trie.parents.length;
  trie.next.set(keyOf(node, code), made);
  trie.parents.push(node);
  trie.codes.push(code);
  trie.depths.push((trie.depths[node] ?? 0) + 1);
  trie.endings.push([]);
  return made;
}

/** For each node the longest proper suffix that is in the trie, whose endings it takes over. Shallow nodes first. */
function linkFallbacks(trie: Trie): Int32Array {
  const fallbacks = new Int32Array(trie.parents.length);
  const nodes = trie.parents.map((_, node) => node).sort((a, b) => (trie.depths[a] ?? 0) - (trie.depths[b] ?? 0));
  for (const node of nodes) {
    const parent = trie.parents[node] ?? 0;
    if (node === 0 || parent === 0) continue;
    const fallback = step(trie, fallbacks, fallbacks[parent] ?? 0, trie.codes[node] ?? 0);
    fallbacks[node] = fallback;
    trie.endings[node]?.push(...(trie.endings[fallback] ?? []));
  }
  return fallbacks;
}

function step(trie: Trie, fallbacks: Int32Array, from: number, code: number): number {
  let node = from;
  for (;;) {
    const next = trie.next.get(keyOf(node, code));
    if (next !== undefined) return next;
    if (node === 0) return 0;
    node = fallbacks[node] ?? 0;
  }
}

function numberOf(trie: Trie, charCode: number): number {
  const number = trie.alphabet.get(charCode) ?? trie.alphabet.size + 1;
  trie.alphabet.set(charCode, number);
  return number;
}

/** Patterns are of letters and digits: a few hundred different ones, thousands in Han texts. */
function keyOf(node: number, code: number): number {
  return node * 8192 + code;
}
