import type { LucideIcon } from 'lucide-react';
import { useEffect, useRef } from 'react';

/** Something one can do here: found in the palette, by its keys if it has any, and in the list of shortcuts then. */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly icon?: LucideIcon;
  /** `mod+k` (Ctrl, on a Mac Command), a single key such as `j`, or one after the other such as `g f`. */
  readonly keys?: string;
  readonly run: () => void;
}

const registered = new Set<{ current: readonly Command[] }>();

/** Offers commands as long as the component is shown. Those of a page come before those of the shell. */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands);
  latest.current = commands;
  useEffect(() => {
    registered.add(latest);
    return () => {
      registered.delete(latest);
    };
  }, []);
}

/** What can be done now. Where two share an id, the one that appeared later counts. */
export function currentCommands(): Command[] {
  const newestFirst = [...registered].reverse().flatMap(({ current }) => current);
  return [...new Map(newestFirst.toReversed().map((command) => [command.id, command])).values()].toReversed();
}
