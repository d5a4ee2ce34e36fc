import type { FrameMessage } from '../contract/embed-protocol.ts';
import type { ChatView } from './chat/open-chat.ts';

/** Tells the customer's page what happens in the chat: each new message, the end, and how many messages came while it was closed. */
export interface HostTeller {
  watch(view: ChatView): void;
  hearOpen(isOpen: boolean): void;
}

export function createHostTeller(post: (message: FrameMessage) => void): HostTeller {
  let isOpen = true;
  let unread = 0;
  let told: { seq: number; isOver: boolean } | null = null;
  return {
    watch({ conversation, isLoaded }) {
      if (!isLoaded) return;
      const { entries, lastSeq } = conversation;
      const isOver = conversation.endReason !== null;
      const last = told;
      told = { seq: lastSeq, isOver };
      // What a session held when it was opened is no news.
      if (!last || last.seq > lastSeq) return;
      const fresh = entries.filter(
        (entry) => entry.seq > last.seq && entry.kind === 'message' && entry.from !== 'visitor',
      );
      for (const _ of fresh) post({ type: 'event', name: 'messageReceived' });
      if (isOver && !last.isOver) post({ type: 'event', name: 'sessionEnded' });
      if (isOpen || fresh.length === 0) return;
      unread += fresh.length;
      post({ type: 'unread', count: unread });
    },
    hearOpen(nowOpen) {
      isOpen = nowOpen;
      if (!nowOpen || unread === 0) return;
      unread = 0;
      post({ type: 'unread', count: 0 });
    },
  };
}
