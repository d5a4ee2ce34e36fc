import { BookOpen, ChevronsUpDown, Keyboard, LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { useSignOut } from '../access/use-sign-out.ts';
import { useWorkspace } from '../access/workspace-queries.ts';
import { DropdownMenu, MenuChoices, MenuItem, MenuSeparator } from '../ui/dropdown-menu.tsx';
import { type Theme, useTheme } from './theme.ts';

const themeChoices = [
  { value: 'system', label: 'As the system', icon: <Monitor aria-hidden /> },
  { value: 'light', label: 'Light', icon: <Sun aria-hidden /> },
  { value: 'dark', label: 'Dark', icon: <Moon aria-hidden /> },
] as const;

/** Who is signed in, the theme, help and the way out. */
export function AccountMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const { caller } = useWorkspace();
  const { chosen, choose } = useTheme();
  const signOut = useSignOut();
  const button = (
    <button
      type="button"
      className="flex items-center gap-2.5 rounded-lg px-1.5 py-1.5 text-left transition-colors hover:bg-hover"
    >
      <span
        aria-hidden
        className="grid size-7 place-items-center rounded-full bg-accent-soft font-semibold text-accent-text text-xs"
      >
        {caller.name.trim().charAt(0).toUpperCase()}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium leading-tight">{caller.name}</span>
        <span className="block text-2xs text-faint capitalize leading-tight">{caller.role}</span>
      </span>
      <ChevronsUpDown aria-hidden className="size-4 text-faint" />
    </button>
  );
  return (
    <DropdownMenu button={button} align="start">
      <MenuChoices label="Theme" value={chosen} onChange={(theme) => choose(theme as Theme)} choices={themeChoices} />
      <MenuSeparator />
      <MenuItem onSelect={onShortcuts}>
        <Keyboard aria-hidden />
        Keyboard shortcuts
      </MenuItem>
      <MenuItem asChild>
        <a href="/api/docs" target="_blank" rel="noreferrer">
          <BookOpen aria-hidden />
          API documentation
        </a>
      </MenuItem>
      <MenuSeparator />
      <MenuItem onSelect={signOut}>
        <LogOut aria-hidden />
        Sign out
      </MenuItem>
    </DropdownMenu>
  );
}
