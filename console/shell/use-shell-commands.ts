import { useNavigate } from '@tanstack/react-router';
import { Keyboard, LogOut, Moon, Search, Sun } from 'lucide-react';
import { useSignOut } from '../access/use-sign-out.ts';
import { shellGroups, useCommands } from './commands.ts';
import { places } from './places.ts';
import { useTheme } from './theme.ts';

/** What can be done on every page. */
export function useShellCommands(open: { openPalette: () => void; openShortcuts: () => void }): void {
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { choose } = useTheme();
  useCommands([
    {
      id: 'palette',
      label: 'Go to or do anything',
      group: shellGroups.everywhere,
      icon: Search,
      keys: 'mod+k',
      run: open.openPalette,
    },
    {
      id: 'shortcuts',
      label: 'Keyboard shortcuts',
      group: shellGroups.everywhere,
      icon: Keyboard,
      keys: '?',
      run: open.openShortcuts,
    },
    ...places
      .flatMap((group) => group.places)
      .map(({ to, label, icon, key }) => ({
        id: `go${to}`,
        label,
        group: shellGroups.places,
        icon,
        keys: `g ${key}`,
        run: () => void navigate({ to }),
      })),
    { id: 'light', label: 'Light theme', group: shellGroups.everywhere, icon: Sun, run: () => choose('light') },
    { id: 'dark', label: 'Dark theme', group: shellGroups.everywhere, icon: Moon, run: () => choose('dark') },
    { id: 'signOut', label: 'Sign out', group: shellGroups.everywhere, icon: LogOut, run: signOut },
  ]);
}
