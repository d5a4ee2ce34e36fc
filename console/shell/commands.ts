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
  /** False where the keys mean something else to whoever is typing. Single keys never work then. */
  readonly worksWhileTyping?: boolean;
  readonly run: () => void;
}

const registered = new Set<{ current: readonly Command[] }>();

/** Groups of the shell, which stand after those of the page. */
export const shellGroups = { places: 'Go to', everywhere: 'Everywhere' } as const;

/** Offers commands as long as the component is shown. */
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

/** What can be done now: what the page offers first, then what is offered everywhere. */
export function currentCommands(): Command[] {
  const commands = [...registered].flatMap(({ current }) => current);
  const rank = ({ group }: Command) => 1 + Object.values<string>(shellGroups).indexOf(group);
  return commands.sort((one, other) => rank(one) - rank(other));
}
