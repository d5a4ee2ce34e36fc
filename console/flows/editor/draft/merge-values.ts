import { isSame } from './is-same.ts';

export type Side = 'mine' | 'theirs';

/** Where two changes meet: a field of a node, `''` for the node as a whole, or a setting of the flow (no node). */
export interface MergePlace {
  readonly nodeId: string | null;
  readonly field: string;
}

/** A value that both changed, each in another way; undefined stands for deleted. */
export interface Conflict extends MergePlace {
  /** Stays the same when the merge is made again with other choices. */
  readonly key: string;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
  readonly chosen: Side;
}

/** A merge under way; `value` notes a conflict where there is one. */
export interface Merge {
  readonly conflicts: Conflict[];
  value<Value>(
    at: MergePlace,
    base: Value | undefined,
    mine: Value | undefined,
    theirs: Value | undefined,
    unless?: Side,
  ): Value | undefined;
}

export function startMerge(choices: ReadonlyMap<string, Side>): Merge {
  const conflicts: Conflict[] = [];
  return {
    conflicts,
    value(at, base, mine, theirs, unless = 'mine') {
      if (isSame(mine, theirs) || isSame(base, theirs)) return mine;
      if (isSame(base, mine)) return theirs;
      const key = JSON.stringify([at.nodeId, at.field]);
      const chosen = choices.get(key) ?? unless;
      conflicts.push({ ...at, key, base, mine, theirs, chosen });
      return chosen === 'mine' ? mine : theirs;
    },
  };
}
