export type Next = (id: string) => readonly string[];

/** Adds a target to a list kept per source. */
export function link(links: Map<string, string[]>, from: string, to: string): void {
  const targets = links.get(from);
  if (targets) targets.push(to);
  else links.set(from, [to]);
}

/** Everything that can be reached from the starts, the starts included. */
export function reachableFrom(starts: Iterable<string>, next: Next): Set<string> {
  const seen = new Set(starts);
  for (const id of seen) for (const target of next(id)) seen.add(target);
  return seen;
}

/**
 * The steps that close a loop when the graph is walked depth first from each id in turn: every cycle holds at least
 * one, and the target of each lies on a cycle. Takes time in proportion to ids and links, and no call stack.
 */
export function* closingSteps(ids: Iterable<string>, next: Next): Generator<{ from: string; to: string }> {
  const done = new Set<string>();
  const onPath = new Set<string>();
  for (const root of ids) {
    if (done.has(root)) continue;
    const path = [enter(root)];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const to = top.targets[top.index];
      top.index += 1;
      if (to === undefined) leave(path.pop());
      else if (onPath.has(to)) yield { from: top.id, to };
      else if (!done.has(to)) path.push(enter(to));
    }
  }

  function enter(id: string) {
    onPath.add(id);
    return { id, targets: next(id), index: 0 };
  }
  function leave(step?: { id: string }) {
    if (!step) return;
    onPath.delete(step.id);
    done.add(step.id);
  }
}
