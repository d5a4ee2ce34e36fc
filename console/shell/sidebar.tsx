import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useWorkspace } from '../access/workspace-queries.ts';
import { AccountMenu } from './account-menu.tsx';
import { Mark } from './mark.tsx';
import { places } from './places.ts';
import { keyCaps } from './shortcuts.ts';

export interface SidebarProps {
  onGo: () => void;
  onSearch: () => void;
  onShortcuts: () => void;
}

export function Sidebar({ onGo, onSearch, onShortcuts }: SidebarProps) {
  const workspace = useWorkspace();
  return (
    <div className="flex h-full flex-col gap-4 p-3">
      <div className="flex items-center gap-2.5 px-1.5 pt-1">
        <Mark className="size-7 shrink-0" />
        <div className="min-w-0">
          <p className="truncate font-semibold leading-tight">{workspace.name}</p>
          <p className="text-2xs text-faint leading-tight">Parley</p>
        </div>
      </div>
      <button
        type="button"
        onClick={onSearch}
        className="flex h-8.5 items-center gap-2 rounded-lg border border-line-strong bg-surface px-2.5 text-faint shadow-card transition-colors hover:bg-hover"
      >
        <Search aria-hidden className="size-4" />
        <span className="flex-1 text-left">Go to…</span>
        <kbd aria-hidden className="font-sans text-2xs">
          {keyCaps('mod+k')}
        </kbd>
      </button>
      <nav aria-label="Places" className="grid flex-1 content-start gap-4 overflow-y-auto">
        {places.map(({ group, places: inGroup }) => (
          <div key={group}>
            <p id={`places-${group}`} className="px-2.5 pb-1 font-medium text-faint text-xs">
              {group}
            </p>
            <ul aria-labelledby={`places-${group}`} className="grid gap-0.5">
              {inGroup.map(({ to, label, icon: Icon }) => (
                <li key={to}>
                  <Link
                    to={to}
                    onClick={onGo}
                    activeOptions={{ exact: false, includeSearch: false }}
                    className="flex h-8.5 items-center gap-2.5 rounded-lg px-2.5 font-medium text-soft transition-colors hover:bg-hover hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent-text"
                  >
                    <Icon aria-hidden className="size-4 shrink-0" />
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <AccountMenu onShortcuts={onShortcuts} />
    </div>
  );
}
