import { useEffect, useState } from 'preact/hooks';
import { isReplyOwed } from './conversation.ts';
import type { ChatView } from './open-chat.ts';

/** A reply that takes longer than this is not being typed any more, as far as anyone can tell. */
const longestMs = 90_000;

/** Whether to show that a reply is being written: one is owed, or a message is on its way. */
export function useIsTyping({ conversation, outbox, connection }: ChatView, isOnline: boolean): boolean {
  const [hasTired, setTired] = useState(false);
  const isOnItsWay = outbox.some((item) => item.status !== 'refused');
  const isOwed =
    isOnline && connection === 'live' && !conversation.endReason && (isOnItsWay || isReplyOwed(conversation));
  // biome-ignore lint/correctness/useExhaustiveDependencies: patience begins anew with each event
  useEffect(() => {
    setTired(false);
    const timer = setTimeout(() => setTired(true), longestMs);
    return () => clearTimeout(timer);
  }, [isOwed, conversation.lastSeq]);
  return isOwed && !hasTired;
}
