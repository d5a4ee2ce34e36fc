import { useEffect, useRef, useState } from 'preact/hooks';
import type { Presentation } from '../../contract/visit.ts';
import type { Mode } from '../../core/session/session-event.ts';
import { Avatar } from '../avatar.tsx';
import { type PageAddress, readPageAddress } from '../page-address.ts';
import { CardTools } from './card-tools.tsx';
import { Disclosure } from './disclosure.tsx';
import { LanguagePicker } from './language-picker.tsx';
import { Lobby } from './lobby.tsx';
import { pathOf } from './path-of.ts';

export interface WelcomeProps {
  readonly address: PageAddress;
  readonly presentation: Presentation;
  readonly language: string;
  readonly onLanguage: (language: string) => void;
  readonly onStart: (mode: Mode) => Promise<void>;
  readonly trouble: 'startFailed' | 'tooBusy' | null;
  readonly onClose: (() => void) | null;
}

/** Before anything starts: the lobby where there is a choice, then disclosure and start. */
export function WelcomePage({ address, presentation, language, onLanguage, onStart, trouble, onClose }: WelcomeProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [wish, setWish] = useMode(address);
  const goTo = (choice: Mode | null) => {
    setWish(choice);
    heading.current?.focus();
  };
  const { modes, languages } = presentation;
  const mode = chosenMode(wish, modes);
  return (
    <main class="card welcome" aria-label={presentation.title}>
      <CardTools onBack={mode && modes.length > 1 ? () => goTo(null) : null} onClose={onClose} />
      <Avatar url={presentation.avatarUrl} size="large" />
      <h1 ref={heading} tabIndex={-1} dir="auto">
        {presentation.title}
      </h1>
      {presentation.greeting && (
        <p class="greeting" dir="auto">
          {presentation.greeting}
        </p>
      )}
      {mode ? (
        <Disclosure subject={presentation.subject} trouble={trouble} onStart={() => onStart(mode)} />
      ) : (
        <Lobby
          modes={modes}
          wish={wish}
          pathOf={(choice) => pathOf(address.key, choice, location.search)}
          onChoose={goTo}
        />
      )}
      <LanguagePicker offered={languages} spoken={language} onPick={onLanguage} />
    </main>
  );
}

/** The mode to start in: the one asked for where it is possible, or the only one there is. */
function chosenMode(wish: Mode | null, modes: Presentation['modes']): Mode | null {
  const possible = modes.filter((choice) => choice.available);
  if (!wish) return modes.length === 1 ? (possible[0]?.mode ?? null) : null;
  return possible.find((choice) => choice.mode === wish)?.mode ?? null;
}

/** The mode in the page's address, and a way to change it that the back button undoes. */
function useMode(address: PageAddress): [Mode | null, (mode: Mode | null) => void] {
  const [mode, setMode] = useState(() => readPageAddress(location.pathname, '')?.mode ?? address.mode);
  useEffect(() => {
    const read = () => setMode(readPageAddress(location.pathname, '')?.mode ?? null);
    addEventListener('popstate', read);
    return () => removeEventListener('popstate', read);
  }, []);
  const goTo = (next: Mode | null) => {
    history.pushState(null, '', pathOf(address.key, next, location.search));
    setMode(next);
  };
  return [mode, goTo];
}
