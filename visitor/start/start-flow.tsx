import { useEffect, useMemo, useState } from 'preact/hooks';
import type { VisitorEvent } from '../../contract/visitor-events.ts';
import type { Mode } from '../../core/session/session-event.ts';
import { createVisitApi } from '../api/visit-api.ts';
import { showAppearance } from '../appearance.ts';
import type { HostPage } from '../host-page.ts';
import type { PageAddress } from '../page-address.ts';
import type { RememberedSession } from '../remembered-session.ts';
import type { Memory } from '../storage.ts';
import { useEscape } from '../use-escape.ts';
import { chooseLanguage } from '../words/choose-language.ts';
import { Spoken } from '../words/spoken.tsx';
import { pageLanguages } from '../words/words.ts';
import { appearanceOf } from './appearance-of.ts';
import { NoticePage } from './notice-page.tsx';
import { type Opening, openVisit, startVisit } from './open-visit.ts';
import { recallPrevious, rememberSession } from './remember-session.ts';
import { useVisitor } from './use-visitor.ts';
import { WelcomePage } from './welcome-page.tsx';

export interface StartFlowProps {
  readonly address: PageAddress;
  readonly memory: Memory;
  readonly host: HostPage | null;
  readonly onStarted: (session: RememberedSession, events: readonly VisitorEvent[]) => void;
  /** Null where the page cannot be closed. */
  readonly onClose: (() => void) | null;
}

/** The way into a session: asks whether the visitor is served, then welcomes or explains, and starts. */
export function StartFlow({ address, memory, host, onStarted, onClose }: StartFlowProps) {
  const api = useMemo(() => createVisitApi(fetch.bind(window), address.key), [address.key]);
  const visitor = useVisitor(memory, host);
  const [opening, setOpening] = useState<Opening | null>(null);
  const [trouble, setTrouble] = useState<'startFailed' | 'tooBusy' | null>(null);
  const [picked, setPicked] = useState<string | null>(null);
  const presentation = opening?.kind === 'welcome' ? opening.presentation : null;
  const offered = presentation?.languages ?? pageLanguages;
  const language = picked ?? chooseLanguage(offered, navigator.languages);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same again
  useEffect(() => {
    void openVisit(api, visitor).then(setOpening);
  }, [api, visitor, attempt]);
  useEffect(() => {
    if (presentation) showAppearance(document, appearanceOf(presentation));
  }, [presentation]);
  useEscape(onClose);

  async function start(mode: Mode): Promise<void> {
    if (!presentation) return;
    const starting = await startVisit(api, visitor, { mode, language, previous: recallPrevious(memory, address.key) });
    setTrouble(null);
    if (starting.kind === 'notice') setOpening(starting);
    else if (starting.kind === 'failed') setTrouble(starting.isBusy ? 'tooBusy' : 'startFailed');
    else {
      const { id, token, events } = starting;
      const session = { id, token, language: starting.language, appearance: appearanceOf(presentation) };
      rememberSession(memory, address.key, session);
      onStarted(session, events);
      host?.post({ type: 'event', name: 'sessionStarted' });
    }
  }

  if (!opening) return <div class="loading" />;
  return (
    <Spoken language={language}>
      {opening.kind === 'notice' ? (
        <NoticePage notice={opening.notice} onTryAgain={() => setAttempt(attempt + 1)} onClose={onClose} />
      ) : (
        <WelcomePage
          address={address}
          presentation={opening.presentation}
          language={language}
          onLanguage={setPicked}
          onStart={start}
          trouble={trouble}
          onClose={onClose}
        />
      )}
    </Spoken>
  );
}
