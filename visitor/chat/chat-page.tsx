import { useEffect, useState } from 'preact/hooks';
import type { VisitorEvent } from '../../contract/visitor-events.ts';
import { showAppearance } from '../appearance.ts';
import { AnswerDock } from '../inputs/answer-dock.tsx';
import { lazy } from '../lazy.ts';
import type { RememberedSession } from '../remembered-session.ts';
import type { Memory } from '../storage.ts';
import { useEscape } from '../use-escape.ts';
import { Spoken } from '../words/spoken.tsx';
import { ChatHeader } from './chat-header.tsx';
import { ConnectionNote } from './connection-note.tsx';
import type { EndDialogProps } from './end-dialog.tsx';
import type { EndedPanelProps } from './ended-panel.tsx';
import type { ChatView } from './open-chat.ts';
import { Transcript } from './transcript.tsx';
import { useChat } from './use-chat.ts';
import { useIsTyping } from './use-is-typing.ts';
import { useOnline } from './use-online.ts';

export interface ChatPageProps {
  readonly session: RememberedSession;
  /** What the start already told. */
  readonly events: readonly VisitorEvent[];
  readonly memory: Memory;
  /** Hears of every change. */
  readonly onView: ((view: ChatView) => void) | null;
  readonly onStartNew: () => void;
  readonly onClose: (() => void) | null;
}

const EndDialog = lazy<EndDialogProps>(
  async () => (await import('./end-dialog.tsx')).EndDialog,
  () => null,
);
const EndedPanel = lazy<EndedPanelProps>(
  async () => (await import('./ended-panel.tsx')).EndedPanel,
  () => null,
);

/** One session's conversation. */
export function ChatPage({ session, events, memory, onView, onStartNew, onClose }: ChatPageProps) {
  const [view, chat] = useChat(session, memory, events);
  const [isEnding, setEnding] = useState(false);
  const { conversation, connection } = view;
  const askToEnd = () => setEnding(true);
  const isOnline = useOnline();
  const isTyping = useIsTyping(view, isOnline);
  const isOver = conversation.endReason !== null || connection === 'gone';
  useEffect(() => showAppearance(document, session.appearance), [session.appearance]);
  useEffect(() => onView?.(view), [onView, view]);
  useEscape(onClose);
  return (
    <Spoken language={session.language}>
      <main class="chat" aria-label={session.appearance.title}>
        <ChatHeader
          appearance={session.appearance}
          onEnd={isOver || !view.isLoaded ? null : askToEnd}
          onClose={onClose}
        />
        <Transcript
          view={view}
          isTyping={isTyping}
          appearance={session.appearance}
          language={session.language}
          onAction={(actionId) => chat?.takeAction(actionId)}
          onDiscard={(clientMessageId) => chat?.discard(clientMessageId)}
          onEnd={askToEnd}
        />
        <footer class="dock">
          {isOver ? (
            <EndedPanel endReason={conversation.endReason} onStartNew={onStartNew} />
          ) : (
            <>
              <ConnectionNote isLost={connection === 'lost'} isOnline={isOnline} />
              {view.isLoaded && chat && <AnswerDock view={view} onAnswer={chat.send} stop={chat.stop} />}
            </>
          )}
        </footer>
        {isEnding && chat && !isOver && <EndDialog end={chat.end} onClose={() => setEnding(false)} />}
      </main>
    </Spoken>
  );
}
