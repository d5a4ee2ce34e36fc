import { Outlet } from '@tanstack/react-router';
import { Menu } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { Suspense, useRef, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { overlayClasses } from '../ui/dialog.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { lazyPart } from './lazy-part.ts';
import { Mark } from './mark.tsx';
import { useShortcuts } from './shortcuts.ts';
import { Sidebar } from './sidebar.tsx';
import { useShellCommands } from './use-shell-commands.ts';

const CommandPalette = lazyPart(() => import('./command-palette.tsx'), 'CommandPalette');
const ShortcutsDialog = lazyPart(() => import('./shortcuts-dialog.tsx'), 'ShortcutsDialog');

/** The frame of the console: the sidebar beside the page, or behind a button on a narrow screen. */
export function Shell() {
  const [overlay, setOverlay] = useState<'none' | 'palette' | 'shortcuts' | 'menu'>('none');
  const close = () => setOverlay('none');
  const isGoing = useRef(false);
  useShortcuts();
  useShellCommands({ openPalette: () => setOverlay('palette'), openShortcuts: () => setOverlay('shortcuts') });
  const sidebar = (
    <Sidebar
      onGo={() => {
        isGoing.current = overlay === 'menu';
        close();
      }}
      onSearch={() => setOverlay('palette')}
      onShortcuts={() => setOverlay('shortcuts')}
    />
  );
  return (
    <div className="flex min-h-dvh flex-col md:flex-row">
      <a
        href="#page"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-lg focus:bg-accent focus:px-3 focus:py-2 focus:text-on-accent"
      >
        Skip to the page
      </a>
      <header className="sticky top-0 z-30 flex h-13 items-center gap-2 border-line border-b bg-canvas px-3 md:hidden">
        <Button look="quiet" size="icon" aria-label="Open menu" onClick={() => setOverlay('menu')}>
          <Menu aria-hidden />
        </Button>
        <Mark className="size-6" />
        <span className="font-semibold">Parley</span>
      </header>
      <aside className="sticky top-0 hidden h-dvh w-58 shrink-0 border-line border-r md:block">{sidebar}</aside>
      <Dialog.Root open={overlay === 'menu'} onOpenChange={(open) => !open && close()}>
        <Dialog.Portal>
          <Dialog.Overlay className={overlayClasses} />
          <Dialog.Content
            aria-describedby={undefined}
            onCloseAutoFocus={(event) => {
              // The page that comes takes the focus to its title.
              if (isGoing.current) event.preventDefault();
              isGoing.current = false;
            }}
            className="fixed inset-y-0 left-0 z-50 w-70 max-w-[85vw] animate-slide bg-canvas shadow-float"
          >
            <Dialog.Title className="sr-only">Menu</Dialog.Title>
            {sidebar}
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
      <main id="page" tabIndex={-1} className="flex min-w-0 flex-1 flex-col focus:outline-none">
        <ConnectionBanner />
        <Outlet />
      </main>
      <Suspense>
        {overlay === 'palette' && <CommandPalette onClose={close} />}
        {overlay === 'shortcuts' && <ShortcutsDialog onClose={close} />}
      </Suspense>
    </div>
  );
}
