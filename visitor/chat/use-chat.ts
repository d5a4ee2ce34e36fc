import { useEffect, useRef, useState } from 'preact/hooks';
import type { VisitorEvent } from '../../contract/visitor-events.ts';
import { createSessionApi } from '../api/session-api.ts';
import type { RememberedSession } from '../remembered-session.ts';
import type { Memory } from '../storage.ts';
import { emptyConversation } from './conversation.ts';
import { type Chat, type ChatView, openChat } from './open-chat.ts';
import { createWake } from './wake.ts';

const nothingYet: ChatView = { conversation: emptyConversation, outbox: [], connection: 'connecting', isLoaded: false };

/** Holds a session open while the component is shown. The chat is null until it is opened. */
export function useChat(
  session: Pick<RememberedSession, 'id' | 'token'>,
  memory: Memory,
  events: readonly VisitorEvent[],
): [ChatView, Chat | null] {
  const [view, setView] = useState(nothingYet);
  const chat = useRef<Chat | null>(null);
  useEffect(() => {
    const opened = openChat(
      {
        api: createSessionApi(fetch.bind(window), session.id, session.token),
        sessionId: session.id,
        memory,
        wake: createWake(window),
        random: Math.random,
        newId: () => crypto.randomUUID(),
        now: Date.now,
        onChange: setView,
      },
      events,
    );
    chat.current = opened;
    setView(opened.view());
    return opened.close;
  }, [session, memory, events]);
  return [view, chat.current];
}
