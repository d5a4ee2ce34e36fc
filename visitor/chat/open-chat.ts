import type { AnswerDelta, VisitorEvent } from '../../contract/visitor-events.ts';
import type { EndReason } from '../../core/session/session-event.ts';
import type { SendBody, SessionApi } from '../api/session-api.ts';
import type { Memory } from '../storage.ts';
import { applyDelta, applyEvent, type Conversation, emptyConversation } from './conversation.ts';
import { type Connection, followEvents, retryDelayMs } from './follow-events.ts';
import {
  forgetItem,
  judgeAnswer,
  keepItem,
  loadOutbox,
  marked,
  nextWaiting,
  type Outbox,
  type OutboxItem,
  type Verdict,
  withoutShown,
} from './outbox.ts';
import { createPause, type Pause } from './pause.ts';
import { sendInOrder } from './send-in-order.ts';
import type { Wake } from './wake.ts';

/** All that the chat shows. */
export interface ChatView {
  readonly conversation: Conversation;
  readonly outbox: Outbox;
  /** `gone`: the session's token is not known any more. */
  readonly connection: Connection | 'gone';
  readonly isLoaded: boolean;
}

/** An answer of the visitor: what travels, and how the transcript shows it meanwhile. */
export interface Answer {
  readonly body: Omit<SendBody, 'clientMessageId'>;
  readonly text: string;
}

export interface Chat {
  view(): ChatView;
  send(answer: Answer): void;
  /** Takes back a message that was refused. */
  discard(clientMessageId: string): void;
  takeAction(actionId: string): void;
  /** Stops the answer that is being written; false when the server could not be told. */
  stop(): Promise<boolean>;
  /** False when the server could not be told. */
  end(): Promise<boolean>;
  /** Stops listening; the session itself goes on. */
  close(): void;
}

export interface ChatContext {
  readonly api: SessionApi;
  readonly sessionId: string;
  readonly memory: Memory;
  readonly wake: Wake;
  /** Waits between attempts; a real pause when absent. */
  readonly pause?: Pause;
  readonly random: () => number;
  readonly newId: () => string;
  readonly now: () => number;
  readonly onChange: (view: ChatView) => void;
}

/** Opens a session in this page: reads what has happened (or takes `events`, when it has just started), then follows it live and sends what waits. */
export function openChat(context: ChatContext, events: readonly VisitorEvent[] = []): Chat {
  const { api, sessionId, memory, wake, random } = context;
  const pause = context.pause ?? createPause(wake);
  const closing = new AbortController();
  let view: ChatView = {
    conversation: events.reduce(applyEvent, emptyConversation),
    outbox: loadOutbox(memory, sessionId),
    connection: 'connecting',
    isLoaded: events.length > 0,
  };
  let isSending = false;

  function change(part: Partial<ChatView>): void {
    if (closing.signal.aborted && part.connection !== 'gone') return;
    view = { ...view, ...part };
    context.onChange(view);
  }

  function hearEvent(event: VisitorEvent): void {
    const conversation = applyEvent(view.conversation, event);
    const shown = new Set(
      conversation.entries.map((entry) => ('clientMessageId' in entry ? entry.clientMessageId : null)),
    );
    change({ conversation, outbox: withoutShown(view.outbox, shown) });
    if (conversation.endReason) following.abort();
  }

  function hearConnection(connection: Connection): void {
    // What came of an unfinished answer comes again, or comes finished.
    change({
      connection,
      conversation: connection === 'lost' ? { ...view.conversation, growing: null } : view.conversation,
    });
  }

  function hearGone(): void {
    change({ connection: 'gone' });
    closing.abort();
  }

  /** Reads the session until an answer comes. */
  async function load(): Promise<void> {
    for (let failures = 0; !closing.signal.aborted; failures += 1) {
      const result = await api.read();
      if (result.ok) {
        for (const event of result.value.events) hearEvent(event as unknown as VisitorEvent);
        if (result.value.session.status === 'ended') hearEnd(result.value.session.endReason);
        return change({ isLoaded: true });
      }
      if (judgeAnswer(result).kind === 'gone') return hearGone();
      change({ connection: 'lost' });
      await pause(result.retryAfterMs ?? retryDelayMs(failures, random()), closing.signal);
    }
  }

  function hearEnd(reason: EndReason | null): void {
    if (!view.conversation.endReason) {
      change({ conversation: { ...view.conversation, request: null, endReason: reason ?? 'ownerClosed' } });
    }
    following.abort();
  }

  async function sendWaiting(): Promise<void> {
    if (isSending) return;
    isSending = true;
    const next = () => nextWaiting(view.outbox);
    await sendInOrder({ next, send: api.send, settle, pause, random }, closing.signal);
    isSending = false;
  }

  async function settle(item: OutboxItem, verdict: Exclude<Verdict, { kind: 'later' }>): Promise<void> {
    if (verdict.kind === 'gone') return hearGone();
    const status = verdict.kind === 'accepted' ? 'accepted' : 'refused';
    const reason = verdict.kind === 'refused' ? verdict.reason : '';
    keepItem(memory, sessionId, { ...item, status, reason });
    change({ outbox: marked(view.outbox, item.body.clientMessageId, status, reason) });
    if (verdict.kind === 'ended' && !view.conversation.endReason) await load();
  }

  const following = new AbortController();
  closing.signal.addEventListener('abort', () => following.abort());

  async function run(): Promise<void> {
    if (!view.isLoaded) await load();
    void sendWaiting();
    const follower = {
      openStream: api.openStream,
      hearEvent,
      hearConnection,
      hearGone,
      pause,
      wake,
      random,
      hearDelta,
    };
    if (!view.conversation.endReason) await followEvents(view.conversation.lastSeq, follower, following.signal);
  }

  function hearDelta(delta: AnswerDelta): void {
    change({ conversation: applyDelta(view.conversation, delta) });
  }

  void run();
  return {
    view: () => view,
    send(answer) {
      const item: OutboxItem = {
        body: { ...answer.body, clientMessageId: context.newId() },
        text: answer.text,
        writtenAt: Math.max(context.now(), (view.outbox.at(-1)?.writtenAt ?? 0) + 1),
        status: 'waiting',
        reason: '',
      };
      keepItem(memory, sessionId, item);
      change({ outbox: [...view.outbox, item] });
      void sendWaiting();
    },
    discard(clientMessageId) {
      forgetItem(memory, sessionId, clientMessageId);
      change({ outbox: view.outbox.filter((item) => item.body.clientMessageId !== clientMessageId) });
    },
    takeAction: (actionId) => void api.takeAction(actionId),
    stop: async () => (await api.stop()).ok,
    async end() {
      const result = await api.end();
      if (result.ok) hearEnd(result.value.endReason);
      else if (result.code === 'session_ended') await load();
      return result.ok || result.code === 'session_ended';
    },
    close: () => closing.abort(),
  };
}
