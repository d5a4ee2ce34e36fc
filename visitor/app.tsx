import { useState } from 'preact/hooks';
import type { VisitorEvent } from '../contract/visitor-events.ts';
import { ChatPage } from './chat/chat-page.tsx';
import { forgetOutbox } from './chat/outbox.ts';
import type { HostPage } from './host-page.ts';
import { lazy } from './lazy.ts';
import type { PageAddress } from './page-address.ts';
import { forgetSession, type RememberedSession, recallSession } from './remembered-session.ts';
import type { StartFlowProps } from './start/start-flow.tsx';
import type { Memory } from './storage.ts';

export interface AppProps {
  readonly memory: Memory;
  readonly address: PageAddress;
  /** The page that embeds this one; null when it stands alone. */
  readonly host: HostPage | null;
}

interface Talk {
  readonly session: RememberedSession;
  /** What the start already told; empty when the session is resumed. */
  readonly events: readonly VisitorEvent[];
}

const StartFlow = lazy<StartFlowProps>(
  async () => (await import('./start/start-flow.tsx')).StartFlow,
  () => null,
);

/** The hosted page: a session this browser still holds is resumed without asking again; otherwise the way into one. */
export function App({ memory, address, host }: AppProps) {
  const { key } = address;
  const [talk, setTalk] = useState<Talk | null>(() => {
    const session = recallSession(memory, key);
    return session && { session, events: [] };
  });
  const onClose = host?.init.canClose ? () => host.post({ type: 'close' }) : null;

  if (!talk) {
    const onStarted = (session: RememberedSession, events: readonly VisitorEvent[]) => setTalk({ session, events });
    return <StartFlow {...{ address, memory, host, onStarted, onClose }} />;
  }
  const startNew = () => {
    forgetOutbox(memory, talk.session.id);
    forgetSession(memory, key);
    setTalk(null);
  };
  return (
    <ChatPage
      key={talk.session.id}
      session={talk.session}
      events={talk.events}
      memory={memory}
      onView={host?.watch ?? null}
      onStartNew={startNew}
      onClose={onClose}
    />
  );
}
